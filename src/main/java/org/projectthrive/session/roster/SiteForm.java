package org.projectthrive.session.roster;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

record SiteForm(@NotBlank @Size(max = 200) @Nullable String name, @NotBlank @Nullable String zone) {

	static SiteForm of(Site site) {
		return new SiteForm(site.name(), site.zone());
	}

	/** What no single field can say; only for a form whose fields are valid. */
	void check(Errors errors) {
		if (!Zones.isKnown(zoneOrEmpty())) {
			errors.rejectValue("zone", "session.zone.unknown");
		}
	}

	String nameOrEmpty() {
		return (this.name != null) ? this.name : "";
	}

	String zoneOrEmpty() {
		return (this.zone != null) ? this.zone : "";
	}

}
