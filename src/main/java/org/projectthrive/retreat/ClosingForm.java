package org.projectthrive.retreat;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a retreat is closed although a winner has no owner. */
record ClosingForm(@Size(max = 1000) @Nullable String reason) {

	String reasonOrEmpty() {
		return (this.reason != null) ? this.reason.strip() : "";
	}

}
