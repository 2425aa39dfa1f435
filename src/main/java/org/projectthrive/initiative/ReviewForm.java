package org.projectthrive.initiative;

import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ReviewForm(@NotNull @Nullable ReviewStatus status, @Size(max = 1000) @Nullable String remark) {

	static ReviewForm of(Review review) {
		return new ReviewForm(review.status(), review.remark());
	}

	ReviewStatus statusOrFail() {
		return Objects.requireNonNull(this.status);
	}

	String remarkOrEmpty() {
		return (this.remark != null) ? this.remark : "";
	}

}
