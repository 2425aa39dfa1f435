package org.projectthrive.session.notes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record UnscriptedForm(@NotBlank @Size(max = 500) @Nullable String wording) {

	String words() {
		return (this.wording != null) ? this.wording.strip() : "";
	}

}
