package org.projectthrive.session.floor;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.floor.QueueKeys.QueueKey;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;

import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What a screen needs after sign-in, also after one in its own dialog: the keys to what
 * waits on the device, and the token for saving.
 */
@Controller
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class QueueKeyController {

	private final Sessions sessions;

	private final QueueKeys keys;

	QueueKeyController(Sessions sessions, QueueKeys keys) {
		this.sessions = sessions;
		this.keys = keys;
	}

	@GetMapping("/studies/{studyId}/sessions/{sessionId}/live/key")
	ResponseEntity<Answer> key(Membership me, @PathVariable Long sessionId, CsrfToken token) {
		this.sessions.openTo(me, sessionId);
		QueueKey key = this.keys.of(me.personId());
		return ResponseEntity
			.ok(new Answer(key.person(), key.publicKey(), key.privateKey(), token.getHeaderName(), token.getToken()));
	}

	/** It shows nothing of this in a log. */
	record Answer(Long person, String publicKey, String privateKey, String csrfHeader, String csrfToken) {

		@Override
		public String toString() {
			return "Answer for person " + this.person;
		}

	}

}
