package org.projectthrive.session.notes;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.names.TypedSize;

record UnscriptedForm(@NotBlank @TypedSize(max = UnscriptedForm.LONGEST) @Nullable String wording) {

	static final int LONGEST = 500;

	String words() {
		return (this.wording != null) ? this.wording.strip() : "";
	}

}
