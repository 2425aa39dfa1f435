package org.projectthrive.transcript;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.Sessions;
import org.projectthrive.transcript.SessionQuestions.Choice;
import org.projectthrive.transcript.TranscriptStore.SpeakerRow;
import org.projectthrive.transcript.TranscriptStore.TranscriptRow;
import org.projectthrive.transcript.voice.Casting;
import org.projectthrive.transcript.voice.Voice;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A transcript once it is there: read, put right, deleted. */
@Service
@Transactional(readOnly = true)
class TranscriptService {

	private final TranscriptStore store;

	private final SessionQuestions questions;

	private final Casting casting;

	private final StretchStore stretches;

	private final Sessions sessions;

	private final AuditLog audit;

	TranscriptService(TranscriptStore store, SessionQuestions questions, Casting casting, StretchStore stretches,
			Sessions sessions, AuditLog audit) {
		this.store = store;
		this.questions = questions;
		this.casting = casting;
		this.stretches = stretches;
		this.sessions = sessions;
		this.audit = audit;
	}

	Optional<Reading> find(Long studyId, Long sessionId) {
		return this.store.find(studyId, sessionId).map((transcript) -> reading(studyId, sessionId, transcript));
	}

	/** What was uploaded for a session and waits for its import, if anything does. */
	Optional<UUID> waitingUpload(Long studyId, Long sessionId) {
		return this.store.waitingUpload(studyId, sessionId);
	}

	/** Whom a speaker can be given to, without names. */
	List<Voice> voices(Long studyId, Long sessionId) {
		return this.casting.voices(studyId, sessionId);
	}

	/** Speakers are given to other people, all at once, so that two can change places. */
	@Transactional
	void recast(Long studyId, Long sessionId, Map<Long, String> values, int version) {
		TranscriptRow transcript = get(studyId, sessionId);
		List<Voice> known = voices(studyId, sessionId);
		Map<Long, Voice> voices = new LinkedHashMap<>();
		for (SpeakerRow speaker : this.store.speakers(transcript.id())) {
			String value = values.getOrDefault(speaker.id(), speaker.voice());
			voices.put(speaker.id(),
					known.stream()
						.filter((voice) -> voice.value().equals(value))
						.findFirst()
						.orElseThrow(() -> new NotFound("voice")));
		}
		advance(transcript, version);
		this.store.recast(transcript.id(), voices);
		this.audit.record(studyId, "transcript.speakers.changed", sessionId);
	}

	@Transactional
	void delete(Long studyId, Long sessionId) {
		TranscriptRow transcript = get(studyId, sessionId);
		try {
			this.store.remove(transcript.id());
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("transcript.inUse");
		}
		this.audit.record(studyId, "transcript.deleted", sessionId);
	}

	private TranscriptRow get(Long studyId, Long sessionId) {
		return this.store.find(studyId, sessionId)
			.orElseThrow(() -> new NotFound("transcript of session " + sessionId));
	}

	private void advance(TranscriptRow transcript, int version) {
		if (!this.store.advance(transcript.id(), version)) {
			throw new OptimisticLockingFailureException("transcript " + transcript.id());
		}
	}

	private Reading reading(Long studyId, Long sessionId, TranscriptRow transcript) {
		List<Choice> choices = this.questions.choices(studyId, sessionId);
		return new Reading(transcript,
				Reading.passages(this.store.turns(transcript.id()), this.stretches.marks(transcript.id()), choices),
				choices, this.store.speakers(transcript.id()), this.stretches.state(transcript.id()));
	}

}
