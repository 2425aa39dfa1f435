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

	private final SessionService service;

	private final Sessions sessions;

	SessionStageController(SessionService service, Sessions sessions) {
		this.service = service;
		this.sessions = sessions;
	}

	@PostMapping("/invitation")
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	String invite(Study study, Membership me, @PathVariable Long sessionId) {
		this.sessions.requireOpenTo(me, sessionId);
		this.service.invite(study.id(), sessionId);
		return SESSION;
	}

	@PostMapping("/start")
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	String start(Study study, Membership me, @PathVariable Long sessionId) {
		this.sessions.requireOpenTo(me, sessionId);
		this.service.start(study.id(), sessionId);
		return SESSION + "/live";
	}

	@PostMapping("/end")
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	String end(Study study, Membership me, @PathVariable Long sessionId) {
		this.sessions.requireOpenTo(me, sessionId);
		this.service.end(study.id(), sessionId, me.personId());
		return SESSION + "/debrief";
	}

	@PostMapping("/closing")
	String close(Study study, @PathVariable Long sessionId) {
		this.service.close(study.id(), sessionId);
		return SESSION;
	}

	@PostMapping("/cancellation")
	String cancel(Study study, @PathVariable Long sessionId) {
		this.service.cancel(study.id(), sessionId);
		return SESSION;
	}

}
