package org.projectthrive.session.floor;

import jakarta.servlet.http.HttpServletRequest;

import org.projectthrive.platform.live.Listener;
import org.projectthrive.platform.live.Streams;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.StudyAccess;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One stream for each open page: that something has changed, never what. */
@Controller
class SignalsController {

	private final Streams streams;

	private final StudyAccess access;

	SignalsController(Streams streams, StudyAccess access) {
		this.streams = streams;
		this.access = access;
	}

	@GetMapping("/studies/{studyId}/signals")
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	ResponseEntity<SseEmitter> listen(Membership me, HttpServletRequest request) {
		Long studyId = me.study().id();
		Long personId = me.personId();
		SseEmitter stream = this.streams.open(new Listener(studyId, personId, request.getSession().getId(),
				() -> this.access.find(studyId, personId).filter(SignalsController::mayListen).isPresent()));
		return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(stream);
	}

	private static boolean mayListen(Membership me) {
		return me.isLead() || me.isFacilitator();
	}

}
