package org.projectthrive.study;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record StudyForm(@NotBlank @Size(max = 200) @Nullable String name, @Size(max = 2000) @Nullable String purpose,
		@Nullable Integer version) {

	static StudyForm of(Study study) {
		return new StudyForm(study.name(), study.purpose(), study.version());
	}

	int knownVersion() {
		return (this.version != null) ? this.version : -1;
	}

	String purposeOrEmpty() {
		return (this.purpose != null) ? this.purpose : "";
	}

}
