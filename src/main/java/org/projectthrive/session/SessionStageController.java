package org.projectthrive.session;

import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Moves a session from stage to stage: its facilitators run it, the lead closes or
 * cancels it.
 */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}")
@AllowedTo(Role.LEAD)
class SessionStageController {

	private static final String SESSION = "redirect:/studies/{studyId}/sessions/{sessionId}";

	private final SessionMoves moves;

	private final Sessions sessions;

	SessionStageController(SessionMoves moves, Sessions sessions) {
		this.moves = moves;
		this.sessions = sessions;
	}

	@PostMapping("/invitation")
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	String invite(Study study, Membership me, @PathVariable Long sessionId) {
		this.sessions.openTo(me, sessionId);
		this.moves.invite(study.id(), sessionId);
		return SESSION;
	}

	@PostMapping("/start")
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	String start(Study study, Membership me, @PathVariable Long sessionId) {
		this.sessions.openTo(me, sessionId);
		this.moves.start(study.id(), sessionId);
		return SESSION + "/live";
	}

	@PostMapping("/end")
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	String end(Study study, Membership me, @PathVariable Long sessionId) {
		this.sessions.openTo(me, sessionId);
		this.moves.end(study.id(), sessionId, me.personId());
		return SESSION + "/debrief";
	}

	@PostMapping("/closing")
	String close(Study study, @PathVariable Long sessionId) {
		this.moves.close(study.id(), sessionId);
		return SESSION;
	}

	@PostMapping("/cancellation")
	String cancel(Study study, @PathVariable Long sessionId) {
		this.moves.cancel(study.id(), sessionId);
		return SESSION;
	}

}
