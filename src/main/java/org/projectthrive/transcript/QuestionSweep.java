package org.projectthrive.transcript;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.transcript.SessionQuestions.Choice;
import org.projectthrive.transcript.StretchStore.Mark;
import org.projectthrive.transcript.TranscriptStore.TranscriptRow;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which turns belong to which question: proposed after import, corrected in one sweep or
 * turn by turn, and confirmed.
 */
@Service
@Transactional
class QuestionSweep {

	private static final int MOST = 500;

	private final TranscriptStore transcripts;

	private final StretchStore stretches;

	private final SessionQuestions questions;

	private final AuditLog audit;

	private final Clock clock;

	QuestionSweep(TranscriptStore transcripts, StretchStore stretches, SessionQuestions questions, AuditLog audit,
			Clock clock) {
		this.transcripts = transcripts;
		this.stretches = stretches;
		this.questions = questions;
		this.audit = audit;
		this.clock = clock;
	}

	/** Gives the turns of a new transcript the questions that seem to be asked. */
	void propose(Long studyId, Long sessionId, Long transcriptId) {
		Map<Integer, Long> turns = this.stretches.positions(transcriptId)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
		List<Mark> marks = new ArrayList<>();
		this.questions.propose(studyId, sessionId, this.stretches.said(transcriptId)).forEach((start) -> {
			Long turn = turns.get(start.turn() + 1);
			if (turn != null) {
				marks.add(new Mark(turn, start.turn() + 1, start.choice().value(), start.confidence()));
			}
		});
		this.stretches.assign(studyId, transcriptId, marks, this.questions.choices(studyId, sessionId));
	}

	/** What somebody has entered, as it would be. */
	@Transactional(readOnly = true)
	List<Mark> read(Long studyId, Long sessionId, Collection<Start> starts) {
		List<Choice> choices = this.questions.choices(studyId, sessionId);
		return marks(this.stretches.positions(get(studyId, sessionId).id()), starts, choices);
	}

	/**
	 * All starts at once, by somebody who has looked at them: nothing is proposed any
	 * more.
	 */
	void save(Long studyId, Long sessionId, Long personId, Collection<Start> starts, int version) {
		TranscriptRow transcript = get(studyId, sessionId);
		List<Choice> choices = this.questions.choices(studyId, sessionId);
		List<Mark> marks = marks(this.stretches.positions(transcript.id()), starts, choices).stream()
			.map((mark) -> new Mark(mark.turnId(), mark.position(), mark.value(), null))
			.toList();
		change(studyId, transcript, personId, version, marks, choices);
		this.stretches.confirm(transcript.id(), personId, this.clock.instant());
		this.audit.record(studyId, "transcript.questions.confirmed", sessionId);
	}

	/** A question starts at a turn; what follows belongs to it up to the next start. */
	void start(Long studyId, Long sessionId, Long personId, Long turnId, String value, int version) {
		TranscriptRow transcript = get(studyId, sessionId);
		List<Choice> choices = this.questions.choices(studyId, sessionId);
		Integer position = this.stretches.positions(transcript.id()).get(turnId);
		if (position == null) {
			throw new NotFound("turn " + turnId);
		}
		requireKnown(value, choices);
		List<Mark> marks = new ArrayList<>(this.stretches.marks(transcript.id()));
		marks.removeIf((mark) -> mark.position() == position);
		marks.add(new Mark(turnId, position, value, null));
		marks.sort(Comparator.comparingInt(Mark::position));
		change(studyId, transcript, personId, version, marks, choices);
		this.audit.record(studyId, "transcript.question.changed", sessionId);
	}

	/** As it was before the last change. */
	void undo(Long studyId, Long sessionId, int version) {
		TranscriptRow transcript = get(studyId, sessionId);
		advance(transcript, version);
		String starts = this.stretches.takeBack(transcript.id())
			.orElseThrow(() -> new RuleViolation("transcript.questions.nothingToUndo"));
		List<Choice> choices = this.questions.choices(studyId, sessionId);
		List<Start> before = Arrays.stream(starts.split(" ", -1)).map(Start::valueOf).toList();
		this.stretches.assign(studyId, transcript.id(),
				marks(this.stretches.positions(transcript.id()), before, choices), choices);
		this.audit.record(studyId, "transcript.questions.undone", sessionId);
	}

	private void change(Long studyId, TranscriptRow transcript, Long personId, int version, List<Mark> marks,
			List<Choice> choices) {
		List<Mark> before = this.stretches.marks(transcript.id());
		advance(transcript, version);
		this.stretches.remember(studyId, transcript.id(), personId, this.clock.instant(), before);
		this.stretches.assign(studyId, transcript.id(), marks, choices);
	}

	private void advance(TranscriptRow transcript, int version) {
		if (!this.transcripts.advance(transcript.id(), version)) {
			throw new OptimisticLockingFailureException("transcript " + transcript.id());
		}
	}

	private TranscriptRow get(Long studyId, Long sessionId) {
		return this.transcripts.find(studyId, sessionId)
			.orElseThrow(() -> new NotFound("transcript of session " + sessionId));
	}

	/** In the order of the talk; of two starts at one turn the last counts. */
	private static List<Mark> marks(Map<Long, Integer> positions, Collection<Start> starts, List<Choice> choices) {
		if (starts.size() > MOST) {
			throw new RuleViolation("transcript.questions.tooMany", MOST);
		}
		Map<Integer, Mark> marks = new TreeMap<>();
		for (Start start : starts) {
			Long turn = start.turnId();
			if (turn == null) {
				continue;
			}
			Integer position = positions.get(turn);
			if (position == null) {
				throw new NotFound("turn " + turn);
			}
			requireKnown(start.question(), choices);
			marks.put(position, new Mark(turn, position, start.question(), start.confidence()));
		}
		return List.copyOf(marks.values());
	}

	private static void requireKnown(String value, List<Choice> choices) {
		Set<String> known = choices.stream().map(Choice::value).collect(Collectors.toSet());
		if (!value.equals(Choice.NONE) && !known.contains(value)) {
			throw new NotFound("question");
		}
	}

	/**
	 * Where somebody has a question start: {@code 17=question:4}, or
	 * {@code 17=question:4=80} when it was proposed with that confidence.
	 *
	 * @param turnId null for a line that was left empty
	 * @param question as {@link Choice} has it
	 * @param confidence in percent, or null when somebody has decided
	 */
	record Start(@Nullable Long turnId, String question, @Nullable Integer confidence) {

		private static final Pattern FORM = Pattern.compile("(\\d{1,18})=([a-z]{4,10}(?::\\d{1,18})?)(?:=(\\d{1,3}))?");

		/** What is no start is refused like a word where a number belongs. */
		public static Start valueOf(String text) {
			if (text.isBlank()) {
				return new Start(null, "", null);
			}
			Matcher matcher = FORM.matcher(text);
			if (!matcher.matches()) {
				throw new IllegalArgumentException("start of a question");
			}
			return new Start(Long.valueOf(matcher.group(1)), matcher.group(2), confidence(matcher.group(3)));
		}

		private static @Nullable Integer confidence(@Nullable String digits) {
			return (digits != null) ? Integer.valueOf(Math.min(100, Integer.parseInt(digits))) : null;
		}

	}

}
