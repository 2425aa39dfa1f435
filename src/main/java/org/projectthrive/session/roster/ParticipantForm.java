package org.projectthrive.session.roster;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.roster.ParticipantService.Identity;

record ParticipantForm(@NotBlank @Size(max = 200) @Nullable String name, @Size(max = 100) @Nullable String nickname,
		@NotBlank @Email @Size(max = 254) @Nullable String email,
		@NotBlank @Size(max = 100) @Nullable String profession, @NotNull @Nullable Long siteId,
		@Size(max = 200) @Nullable String reportsTo) {

	/** An empty one, with the site that it is likely to be. */
	static ParticipantForm at(@Nullable Long siteId) {
		return new ParticipantForm(null, null, null, null, siteId, null);
	}

	static ParticipantForm of(Participant participant, Identity key) {
		return new ParticipantForm(key.name(), key.nickname(), key.email(), participant.profession(),
				participant.site().id(), key.reportsTo());
	}

	Identity key() {
		return new Identity(text(this.name), text(this.nickname), text(this.email), text(this.reportsTo));
	}

	String professionOrEmpty() {
		return text(this.profession);
	}

	Long site() {
		return (this.siteId != null) ? this.siteId : 0L;
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value.strip() : "";
	}

}
