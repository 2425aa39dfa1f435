package org.projectthrive.team;

import java.time.LocalDate;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;

record CharterForm(@Size(max = 200) String sponsorName, @Size(max = 200) String sponsorTitle,
		@Size(max = 200) String wellnessLeaderName, @Size(max = 200) String wellnessLeaderTitle,
		@Size(max = 2000) String promise, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate promisedBy,
		@Nullable Integer version) {

	CharterForm(@Nullable String sponsorName, @Nullable String sponsorTitle, @Nullable String wellnessLeaderName,
			@Nullable String wellnessLeaderTitle, @Nullable String promise, @Nullable LocalDate promisedBy,
			@Nullable Integer version) {
		this.sponsorName = text(sponsorName);
		this.sponsorTitle = text(sponsorTitle);
		this.wellnessLeaderName = text(wellnessLeaderName);
		this.wellnessLeaderTitle = text(wellnessLeaderTitle);
		this.promise = text(promise);
		this.promisedBy = promisedBy;
		this.version = version;
	}

	static CharterForm of(Charter charter) {
		return new CharterForm(charter.sponsorName(), charter.sponsorTitle(), charter.wellnessLeaderName(),
				charter.wellnessLeaderTitle(), charter.promise(), charter.promisedBy(), charter.version());
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
