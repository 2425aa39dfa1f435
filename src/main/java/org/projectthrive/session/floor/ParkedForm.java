package org.projectthrive.session.floor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.names.TypedSize;

/**
 * A parked topic as a browser sends it.
 *
 * @param topic the key of the question under which it came up, if any
 * @param baseVersion the version that was changed; none or 0 for a new one
 */
record ParkedForm(@NotBlank @TypedSize(max = ParkedForm.LONGEST) @Nullable String text,
		@Size(max = 50) @Nullable String topic, @Nullable Boolean done, @Nullable Integer baseVersion) {

	static final int LONGEST = 500;

	String words() {
		return (this.text != null) ? this.text.replace("\r\n", "\n").strip() : "";
	}

	boolean isDone() {
		return Boolean.TRUE.equals(this.done);
	}

	int base() {
		return (this.baseVersion != null) ? this.baseVersion : 0;
	}

	@Nullable String topicOrNull() {
		return (this.topic != null && !this.topic.isBlank()) ? this.topic : null;
	}

}
