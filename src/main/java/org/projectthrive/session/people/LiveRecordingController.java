package org.projectthrive.session.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.notes.LiveSessions;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * Marks the recording as started or stopped from the live page, without leaving it; the
 * same again changes nothing.
 */
@Controller
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class LiveRecordingController {

	private final Recordings recordings;

	private final LiveRecordings live;

	private final LiveSessions liveSessions;

	private final Sessions sessions;

	LiveRecordingController(Recordings recordings, LiveRecordings live, LiveSessions liveSessions, Sessions sessions) {
		this.recordings = recordings;
		this.live = live;
		this.liveSessions = liveSessions;
		this.sessions = sessions;
	}

	@PutMapping("/studies/{studyId}/sessions/{sessionId}/live/recording")
	ResponseEntity<Marked> mark(Membership me, @PathVariable Long sessionId, @Valid @RequestBody Mark mark) {
		this.sessions.openTo(me, sessionId);
		this.recordings.mark(me, sessionId, Boolean.TRUE.equals(mark.running()));
		Long studyId = me.study().id();
		return ResponseEntity.ok(new Marked(this.live.of(studyId, this.liveSessions.get(studyId, sessionId))));
	}

	/** What the recording is to be marked as. */
	record Mark(@NotNull @Nullable Boolean running) {
	}

	/** What it is marked as now. */
	record Marked(@Nullable LiveRecording recording) {
	}

}
