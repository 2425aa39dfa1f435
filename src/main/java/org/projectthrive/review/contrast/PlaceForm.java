package org.projectthrive.review.contrast;

import org.jspecify.annotations.Nullable;

/**
 * Where a point goes.
 *
 * @param target {@code statement:<id>}, or {@code topic:<id>} for a new statement
 * @param text the words of a new statement; the point's own when empty
 */
record PlaceForm(@Nullable Long pointId, @Nullable String target, @Nullable String text) {

	boolean isNew() {
		return this.target != null && this.target.startsWith("topic:");
	}

	boolean isComplete() {
		return this.pointId != null && this.target != null && this.target.matches("(statement|topic):\\d{1,18}")
				&& (!isNew() || (!words().isEmpty() && words().length() <= 500));
	}

	Long point() {
		return (this.pointId != null) ? this.pointId : -1L;
	}

	Long targetId() {
		return (this.target != null) ? Long.valueOf(this.target.substring(this.target.indexOf(':') + 1)) : -1L;
	}

	String words() {
		return (this.text != null) ? this.text.strip() : "";
	}

}
