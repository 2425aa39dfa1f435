package org.projectthrive.initiative;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.initiative.Initiative.Commitment;
import org.projectthrive.platform.error.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InitiativeTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

	@Test
	@DisplayName("K1 an initiative is reviewed after 30, 60 and 90 days")
	void isReviewedThreeTimes() {
		Initiative initiative = initiative(TODAY.plusDays(7));

		assertThat(initiative.reviews()).extracting(Review::dueOn)
			.containsExactly(TODAY.plusDays(30), TODAY.plusDays(60), TODAY.plusDays(90));
	}

	@Test
	@DisplayName("K1 the first step follows within 14 days, neither later nor before today")
	void firstStepFollowsSoon() {
		assertThat(initiative(TODAY.plusDays(14)).firstStepDue()).isEqualTo(TODAY.plusDays(14));
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> initiative(TODAY.plusDays(15)))
			.withMessage("initiative.firstStep.late");
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> initiative(TODAY.minusDays(1)))
			.withMessage("initiative.firstStep.late");
	}

	@Test
	@DisplayName("K1 a review that is not recorded by its day is overdue")
	void unrecordedReviewIsOverdue() {
		Review review = initiative(TODAY).reviews().get(0);

		assertThat(review.isOverdue(TODAY.plusDays(30))).isFalse();
		assertThat(review.isOverdue(TODAY.plusDays(31))).isTrue();
		review.record(ReviewStatus.STUCK, "No room yet", Instant.EPOCH);
		assertThat(review.isOverdue(TODAY.plusDays(31))).isFalse();
	}

	private static Initiative initiative(LocalDate firstStepDue) {
		return new Initiative(1L, 2L,
				new Commitment("Coaching", "Aim", "Measure", 3L, "Sponsor", "", "Ask three coaches", firstStepDue),
				TODAY, 4L, Instant.EPOCH);
	}

}
