package org.projectthrive.session.people;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.web.When;
import org.projectthrive.session.notes.LivePart;
import org.projectthrive.session.notes.LiveSession;
import org.projectthrive.study.Membership;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells both facilitators of a running session whether it is recorded. */
@Component
public class LiveRecordings implements LivePart {

	private final Recordings recordings;

	private final MessageSource messages;

	LiveRecordings(Recordings recordings, MessageSource messages) {
		this.recordings = recordings;
		this.messages = messages;
	}

	@Override
	public void addTo(Model model, Membership me, Long sessionId) {
		if (model.getAttribute("live") instanceof LiveSession live) {
			model.addAttribute("recording", of(me.study().id(), live));
		}
	}

	/** Nothing before and after the session. */
	public @Nullable LiveRecording of(Long studyId, LiveSession session) {
		return session.isRunning() ? words(this.recordings.now(studyId, session.id()), session.zone()) : null;
	}

	private LiveRecording words(RecordingState state, String zone) {
		RecordingMark running = state.running();
		String refusal = state.refusal();
		if (running != null) {
			return new LiveRecording(true, false,
					words("live.recording.since", When.INSTANCE.time(running.startedAt(), zone), running.startedBy()),
					state.mustStop() ? words(state.alarm(), state.codes()) : null);
		}
		return new LiveRecording(false, refusal == null, (refusal == null) ? words("recording.ready", state.here())
				: words(refusal, state.codes(), state.against().size()), null);
	}

	private String words(String key, Object... facts) {
		return this.messages.getMessage(key, facts, Locale.ENGLISH);
	}

}
