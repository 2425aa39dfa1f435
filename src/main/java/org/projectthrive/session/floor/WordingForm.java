package org.projectthrive.session.floor;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.names.TypedSize;

/** The words of an unscripted question. */
record WordingForm(@NotBlank @TypedSize(max = WordingForm.LONGEST) @Nullable String wording) {

	static final int LONGEST = 500;

	String words() {
		return (this.wording != null) ? this.wording.strip() : "";
	}

}
