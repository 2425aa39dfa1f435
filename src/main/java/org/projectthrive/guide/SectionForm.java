package org.projectthrive.guide;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record SectionForm(@NotBlank @Size(max = 200) @Nullable String title) {
}
