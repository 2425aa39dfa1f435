package org.projectthrive.transcript;

import org.projectthrive.session.Sessions;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;
import org.projectthrive.transcript.OriginalFiles.OriginalFile;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A transcript's file as it came, to save and never to show: for the lead and the
 * session's own facilitators.
 */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}/transcript/file")
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class OriginalFileController {

	private final OriginalFiles files;

	private final Sessions sessions;

	OriginalFileController(OriginalFiles files, Sessions sessions) {
		this.files = files;
		this.sessions = sessions;
	}

	@GetMapping
	ResponseEntity<byte[]> fetch(Study study, Membership me, @PathVariable Long sessionId) {
		Long session = this.sessions.openTo(me, sessionId).id();
		OriginalFile file = this.files.fetch(study.id(), session);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.cacheControl(CacheControl.noStore())
			.header("X-Content-Type-Options", "nosniff")
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file.name(session)).build().toString())
			.body(file.content());
	}

}
