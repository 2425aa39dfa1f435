package org.projectthrive.initiative;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why an initiative is withdrawn. */
record ReasonForm(@NotBlank @Size(max = 1000) @Nullable String reason) {
}
