package org.projectthrive.session.floor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The words of an unscripted question. */
record WordingForm(@NotBlank @Size(max = 500) @Nullable String wording) {

	String words() {
		return (this.wording != null) ? this.wording.strip() : "";
	}

}
