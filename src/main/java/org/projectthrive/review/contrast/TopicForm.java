package org.projectthrive.review.contrast;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record TopicForm(@NotBlank @Size(max = 100) @Nullable String name) {
}
