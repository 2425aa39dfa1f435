package org.projectthrive.review.summary;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ReopenForm(@NotBlank @Size(max = 1000) @Nullable String reason) {
}
