package org.projectthrive.session.notes;

import java.util.List;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.Facilitator;
import org.projectthrive.study.Membership;

import org.springframework.stereotype.Component;

/**
 * Which of the two live screens somebody works at: that of the own job in the session,
 * unless another one is asked for.
 */
@Component
class LiveScreens {

	static final String MODERATOR = "moderator";

	static final String NOTE_TAKER = "note-taker";

	private final Sessions sessions;

	LiveScreens(Sessions sessions) {
		this.sessions = sessions;
	}

	/**
	 * The screen to open.
	 * @param wish the name of a screen; anything else is no wish
	 */
	Screen open(Membership me, Long sessionId, String wish) {
		List<Facilitator> facilitators = this.sessions.facilitators(sessionId);
		boolean moderates = facilitators.stream()
			.anyMatch((one) -> one.memberId().equals(me.memberId()) && one.job().equals("MODERATOR"));
		String own = moderates ? MODERATOR : NOTE_TAKER;
		return new Screen(List.of(MODERATOR, NOTE_TAKER).contains(wish) ? wish : own, facilitators.size() < 2);
	}

	/**
	 * A screen of the live page.
	 *
	 * @param alone whether nobody else leads the session, so that who takes notes also
	 * leads through the questions
	 */
	record Screen(String name, boolean alone) {
	}

}
