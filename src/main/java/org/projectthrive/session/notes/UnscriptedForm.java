package org.projectthrive.session.notes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record UnscriptedForm(@NotBlank @Size(max = UnscriptedForm.LONGEST) @Nullable String wording) {

	static final int LONGEST = 500;

	String words() {
		return (this.wording != null) ? this.wording.strip() : "";
	}

}
