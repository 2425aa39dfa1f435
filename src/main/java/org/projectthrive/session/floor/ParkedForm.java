package org.projectthrive.session.floor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A parked topic as a browser sends it.
 *
 * @param topic the key of the question under which it came up, if any
 */
record ParkedForm(@NotBlank @Size(max = LONGEST) @Nullable String text, @Size(max = 50) @Nullable String topic,
		@Nullable Boolean done) {

	static final int LONGEST = 500;

	String words() {
		return (this.text != null) ? this.text.replace("\r\n", "\n").strip() : "";
	}

	boolean isDone() {
		return Boolean.TRUE.equals(this.done);
	}

	@Nullable String topicOrNull() {
		return (this.topic != null && !this.topic.isBlank()) ? this.topic : null;
	}

}
