package org.projectthrive.initiative;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.projectthrive.initiative.Initiative.Commitment;
import org.projectthrive.retreat.ChosenIdeas.ChosenIdea;

import org.springframework.format.annotation.DateTimeFormat;

record InitiativeForm(@NotBlank @Size(max = 200) @Nullable String title, @Size(max = 1000) @Nullable String aim,
		@Size(max = 1000) @Nullable String measure, @NotNull @Nullable Long ownerId,
		@Size(max = 200) @Nullable String sponsor, @Email @Size(max = 254) @Nullable String sponsorEmail,
		@NotBlank @Size(max = 500) @Nullable String firstStep,
		@NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate firstStepDue,
		@Nullable Integer version) {

	static InitiativeForm of(ChosenIdea idea, LocalDate today) {
		return new InitiativeForm(idea.title(), idea.text(), null, null, null, null, null, today.plusDays(7), null);
	}

	static InitiativeForm of(Initiative initiative) {
		return new InitiativeForm(initiative.title(), initiative.aim(), initiative.measure(), initiative.ownerId(),
				initiative.sponsor(), initiative.sponsorEmail(), initiative.firstStep(), initiative.firstStepDue(),
				initiative.version());
	}

	/** What a valid form promises. */
	Commitment commitment() {
		return new Commitment(text(this.title), text(this.aim), text(this.measure),
				Objects.requireNonNull(this.ownerId), text(this.sponsor), text(this.sponsorEmail), text(this.firstStep),
				Objects.requireNonNull(this.firstStepDue));
	}

	int knownVersion() {
		return (this.version != null) ? this.version : -1;
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
