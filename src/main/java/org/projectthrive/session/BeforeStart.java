package org.projectthrive.session;

import java.util.ArrayList;
import java.util.List;

import org.projectthrive.guide.PublishedGuides;
import org.projectthrive.platform.error.NotFound;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a session still lacks before it can start, for the pages that would offer to start
 * it.
 */
@Service
@Transactional(readOnly = true)
public class BeforeStart {

	private final FocusGroupSessionRepository sessions;

	private final PublishedGuides guides;

	BeforeStart(FocusGroupSessionRepository sessions, PublishedGuides guides) {
		this.sessions = sessions;
		this.guides = guides;
	}

	/** Nothing for one that has started already. */
	public List<Lack> lacks(Long studyId, Long sessionId) {
		FocusGroupSession session = this.sessions.ofStudy(studyId, sessionId)
			.orElseThrow(() -> new NotFound("session " + sessionId));
		if (!session.stage().isUpcoming()) {
			return List.of();
		}
		List<Lack> lacks = new ArrayList<>();
		if (session.stage() == Stage.PLANNED) {
			lacks.add(new Lack("session.lacks.invitation", "/sessions/" + sessionId));
		}
		lacks.addAll(lacks(session));
		return lacks;
	}

	/** What a session that was invited to still lacks. */
	List<Lack> lacks(FocusGroupSession session) {
		List<Lack> lacks = new ArrayList<>();
		if (this.guides.findNewest(session.studyId()).isEmpty()) {
			lacks.add(new Lack("session.lacks.guide", "/guide"));
		}
		session.missingJobs()
			.forEach((job) -> lacks.add(new Lack("session.lacks." + job, "/sessions/" + session.id() + "/edit")));
		return lacks;
	}

	/**
	 * Something that is missing.
	 *
	 * @param key the message that says so
	 * @param path where in the study it is mended
	 */
	public record Lack(String key, String path) {
	}

}
