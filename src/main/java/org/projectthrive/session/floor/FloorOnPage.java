package org.projectthrive.session.floor;

import java.util.List;

import org.projectthrive.session.BeforeStart;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.Facilitator;
import org.projectthrive.session.floor.Changes.Floor;
import org.projectthrive.session.floor.Changes.Parked;
import org.projectthrive.session.notes.LivePart;
import org.projectthrive.session.notes.LiveSession;
import org.projectthrive.study.Membership;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The live page as it comes from the server: which screen the own job opens, the question
 * on the floor, what is parked, what is missing before it can start, and the key with
 * which its notes are locked up.
 */
@Component
class FloorOnPage implements LivePart {

	private final Sessions sessions;

	private final BeforeStart beforeStart;

	private final FloorRepository floor;

	private final ParkedRepository parked;

	private final QueueKeys keys;

	FloorOnPage(Sessions sessions, BeforeStart beforeStart, FloorRepository floor, ParkedRepository parked,
			QueueKeys keys) {
		this.sessions = sessions;
		this.beforeStart = beforeStart;
		this.floor = floor;
		this.parked = parked;
		this.keys = keys;
	}

	@Override
	public void addTo(Model model, Membership me, Long sessionId) {
		List<Facilitator> facilitators = this.sessions.facilitators(sessionId);
		boolean moderates = facilitators.stream()
			.anyMatch((one) -> one.memberId().equals(me.memberId()) && one.job().equals("MODERATOR"));
		model.addAttribute("screen", moderates ? "moderator" : "note-taker");
		model.addAttribute("alone", facilitators.size() < 2);
		if (model.getAttribute("live") instanceof LiveSession live && live.isBeforeStart()) {
			model.addAttribute("lacks", this.beforeStart.lacks(me.study().id(), sessionId));
		}
		model.addAttribute("floor", this.floor.current(sessionId).map(Floor::topic).orElse(null));
		model.addAttribute("parked",
				this.parked.of(me.study().id(), sessionId).stream().filter(Parked::isOpen).toList());
		model.addAttribute("publicKey", this.keys.of(me.personId()).publicKey());
	}

}
