package org.projectthrive.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far a study is: its five steps with what is met and unmet. */
public record StudyProgress(List<StepProgress> steps, Map<String, Long> counts) {

	/**
	 * The one next thing to do for the member who looks: the first unmet criterion that
	 * their roles can meet.
	 */
	public Optional<CriterionProgress> next(Membership member) {
		return this.steps.stream()
			.filter(StepProgress::isOpen)
			.flatMap((step) -> step.criteria().stream())
			.filter((criterion) -> !criterion.met() && member.isAnyOf(criterion.criterion().by()))
			.findFirst();
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

	/** A criterion and whether it is met. */
	public record CriterionProgress(Criterion criterion, boolean met) {

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
