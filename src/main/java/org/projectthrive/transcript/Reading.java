package org.projectthrive.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.SessionQuestions.Choice;
import org.projectthrive.transcript.StretchStore.Mark;
import org.projectthrive.transcript.StretchStore.State;
import org.projectthrive.transcript.TranscriptStore.SpeakerRow;
import org.projectthrive.transcript.TranscriptStore.TranscriptRow;
import org.projectthrive.transcript.TranscriptStore.TurnLine;
import org.projectthrive.transcript.question.QuestionFinder;

/** A transcript as it is read: passages in the order of talk. */
public record Reading(TranscriptRow transcript, List<Passage> passages, List<Choice> choices, List<SpeakerRow> speakers,
		State questions) {

	/** Puts turns under the questions that start before them. */
	static List<Passage> passages(List<TurnLine> turns, List<Mark> marks, List<Choice> choices) {
		Map<String, Choice> byValue = choices.stream().collect(Collectors.toMap(Choice::value, Function.identity()));
		Map<Long, Mark> starts = marks.stream().collect(Collectors.toMap(Mark::turnId, Function.identity()));
		List<Passage> passages = new ArrayList<>();
		int from = 0;
		for (int turn = 1; turn <= turns.size(); turn++) {
			if (turn == turns.size() || starts.containsKey(turns.get(turn).id())) {
				Mark mark = starts.get(turns.get(from).id());
				String value = (mark != null) ? mark.value() : Choice.NONE;
				passages.add(new Passage(value, byValue.get(value), (mark != null) ? mark.confidence() : null,
						turns.subList(from, turn)));
				from = turn;
			}
		}
		return passages;
	}

	public int turns() {
		return this.passages.stream().mapToInt((passage) -> passage.turns().size()).sum();
	}

	/** Whether a person still has to say that the questions are right. */
	public boolean isProposed() {
		return this.passages.stream().anyMatch(Passage::isProposed);
	}

	public long uncertain() {
		return this.passages.stream().filter(Passage::isUncertain).count();
	}

	/** From here on a proposal is not shown as uncertain. */
	public int sure() {
		return QuestionFinder.SURE;
	}

	/** Whether any turn belongs to a question. */
	public boolean hasQuestions() {
		return this.passages.stream().anyMatch((passage) -> passage.question() != null);
	}

	Reading with(List<Mark> marks) {
		List<TurnLine> lines = this.passages.stream().flatMap((passage) -> passage.turns().stream()).toList();
		return new Reading(this.transcript, passages(lines, marks, this.choices), this.choices, this.speakers,
				this.questions);
	}

	/**
	 * Turns that belong to the same question.
	 *
	 * @param value of the question, or none
	 * @param confidence of 100 that it starts here, while it is a proposal
	 */
	public record Passage(String value, @Nullable Choice question, @Nullable Integer confidence, List<TurnLine> turns) {

		/** The turn at which it starts. */
		public TurnLine first() {
			return this.turns.get(0);
		}

		/** As the form of all questions has it. */
		public String start() {
			return first().id() + "=" + this.value + ((this.confidence != null) ? "=" + this.confidence : "");
		}

		public boolean isProposed() {
			return this.confidence != null;
		}

		public boolean isUncertain() {
			return this.confidence != null && this.confidence < QuestionFinder.SURE;
		}

	}

}
