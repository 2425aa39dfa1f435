package org.projectthrive.session.floor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The key of the question that is put on the floor. */
record FloorForm(@NotBlank @Size(max = 50) @Nullable String topic) {

	String key() {
		return (this.topic != null) ? this.topic : "";
	}

}
