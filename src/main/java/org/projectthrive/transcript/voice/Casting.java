package org.projectthrive.transcript.voice;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.RosterName;
import org.projectthrive.session.names.SessionNames;

import org.springframework.stereotype.Component;

/** Finds out who can be heard in a session. */
@Component
public class Casting {

	private final Sessions sessions;

	private final SessionNames names;

	private final LabelMemory labels;

	Casting(Sessions sessions, SessionNames names, LabelMemory labels) {
		this.sessions = sessions;
		this.names = names;
		this.labels = labels;
	}

	/**
	 * Lets no name be learned until the end of the transaction, in which a transcript is
	 * saved.
	 */
	public void hold(Long studyId) {
		this.names.hold(studyId);
	}

	public Cast of(Long studyId, Long sessionId) {
		Map<Long, String> names = this.sessions.roster(studyId, sessionId)
			.stream()
			.collect(Collectors.toMap(RosterName::participantId, RosterName::name));
		List<Voice> voices = Cast.voices(this.sessions.facilitators(sessionId),
				this.sessions.participants(studyId, sessionId), names);
		return Cast.of(voices, this.names.ofSession(studyId, sessionId), this.labels.ofStudy(studyId));
	}

	/** Whom a speaker can be given to, without names. */
	public List<Voice> voices(Long studyId, Long sessionId) {
		return Cast
			.voices(this.sessions.facilitators(sessionId), this.sessions.participants(studyId, sessionId), Map.of())
			.stream()
			.map((voice) -> new Voice(voice.value(), voice.label(), "", voice.participantId(), voice.memberId()))
			.toList();
	}

}
