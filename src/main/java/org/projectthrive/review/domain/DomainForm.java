package org.projectthrive.review.domain;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record DomainForm(@NotBlank @Size(max = 80) @Nullable String name, @Nullable Side side) {

	static final DomainForm EMPTY = new DomainForm(null, null);

	String text() {
		return String.valueOf(this.name);
	}

}
