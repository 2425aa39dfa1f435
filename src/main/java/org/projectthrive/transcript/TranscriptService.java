package org.projectthrive.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.transcript.Reading.Passage;
import org.projectthrive.transcript.SessionQuestions.Choice;
import org.projectthrive.transcript.TranscriptStore.SpeakerRow;
import org.projectthrive.transcript.TranscriptStore.TranscriptRow;
import org.projectthrive.transcript.TranscriptStore.TurnLine;

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

	private final AuditLog audit;

	TranscriptService(TranscriptStore store, SessionQuestions questions, Casting casting, AuditLog audit) {
		this.store = store;
		this.questions = questions;
		this.casting = casting;
		this.audit = audit;
	}

	Optional<Reading> find(Long studyId, Long sessionId) {
		return this.store.find(studyId, sessionId).map((transcript) -> reading(studyId, sessionId, transcript));
	}

	/** Whom a speaker can be given to, without names. */
	List<Voice> voices(Long studyId, Long sessionId) {
		return this.casting.voices(studyId, sessionId);
	}

	/** A question starts at a turn; what follows belongs to it up to the next start. */
	@Transactional
	void startQuestion(Long studyId, Long sessionId, Long turnId, String value, int version) {
		TranscriptRow transcript = get(studyId, sessionId);
		Choice choice = this.questions.choices(studyId, sessionId)
			.stream()
			.filter((one) -> one.value().equals(value))
			.findFirst()
			.orElse(null);
		if (choice == null && !value.equals("none")) {
			throw new NotFound("question");
		}
		if (!this.store.holds(transcript.id(), turnId)) {
			throw new NotFound("turn " + turnId);
		}
		advance(transcript, version);
		Long questionId = (choice != null) ? choice.questionId() : null;
		Long unscriptedId = (choice != null) ? choice.unscriptedQuestionId() : null;
		this.store.assign(transcript.id(), turnId, questionId, unscriptedId);
		this.audit.record(studyId, "transcript.question.changed", sessionId);
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
		Map<String, Choice> byValue = choices.stream().collect(Collectors.toMap(Choice::value, Function.identity()));
		List<Passage> passages = new ArrayList<>();
		List<TurnLine> turns = this.store.turns(transcript.id());
		int from = 0;
		for (int turn = 1; turn <= turns.size(); turn++) {
			if (turn == turns.size() || !turns.get(turn).question().equals(turns.get(from).question())) {
				String value = turns.get(from).question();
				passages.add(new Passage(value, byValue.get(value), turns.subList(from, turn)));
				from = turn;
			}
		}
		return new Reading(transcript, passages, choices, this.store.speakers(transcript.id()));
	}

}
