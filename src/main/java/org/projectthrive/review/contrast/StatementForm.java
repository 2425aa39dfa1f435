package org.projectthrive.review.contrast;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.projectthrive.review.domain.Side;

record StatementForm(@NotNull @Nullable Long topicId, @Nullable Side side,
		@NotBlank @Size(max = 500) @Nullable String text) {
}
