package org.projectthrive.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a study is: its five steps with what is met and unmet. */
public record StudyProgress(List<StepProgress> steps, Map<String, Long> counts) {

	/** To meet the first unmet criterion that the roles of a member can meet now. */
	public Optional<NextThing> next(Membership member) {
		return unmet().filter((criterion) -> criterion.ready() && member.isAnyOf(criterion.criterion().by()))
			.map((criterion) -> new NextThing("criterion." + criterion.key() + ".do", criterion.path()))
			.findFirst();
	}

	/** What the study waits for, whoever can do it. */
	public Optional<CriterionProgress> waiting() {
		return unmet().findFirst();
	}

	private Stream<CriterionProgress> unmet() {
		return this.steps.stream()
			.filter(StepProgress::isOpen)
			.flatMap((step) -> step.criteria().stream())
			.filter((criterion) -> !criterion.met());
	}

	public StepProgress step(StepName name) {
		return this.steps.stream().filter((step) -> step.name() == name).findFirst().orElseThrow();
	}

	/** The step that the study is in: the first that is open, or the last. */
	public StepName current() {
		return this.steps.stream()
			.filter(StepProgress::isOpen)
			.map(StepProgress::name)
			.findFirst()
			.orElse(StepName.ACTION);
	}

	/** A step and its state. */
	public record StepProgress(StepName name, StepState state, List<CriterionProgress> criteria) {

		public boolean isOpen() {
			return this.state == StepState.OPEN || this.state == StepState.REOPENED;
		}

		public long met() {
			return this.criteria.stream().filter(CriterionProgress::met).count();
		}

		public boolean isAllMet() {
			return met() == this.criteria.size();
		}

	}

	/**
	 * The one next thing to do for the member who looks.
	 *
	 * @param words the message that says it
	 * @param path where, below {@code /studies/{id}}
	 */
	public record NextThing(String words, String path) {
	}

	/** A criterion, whether it is met, and whether it can be by now. */
	public record CriterionProgress(Criterion criterion, boolean met, boolean ready) {

		public String key() {
			return this.criterion.key();
		}

		public String path() {
			return this.criterion.path();
		}

	}

	/** Where a step stands. */
	public enum StepState {

		/** Something is unmet. */
		OPEN,

		/** All criteria are met. */
		DONE,

		/** Unmet criteria were overridden by the lead, with a reason. */
		OVERRIDDEN,

		/** Taken up again by the lead, with a reason, until completed again. */
		REOPENED

	}

}
