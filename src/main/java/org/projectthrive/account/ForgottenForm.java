package org.projectthrive.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The address of who has forgotten the password. */
record ForgottenForm(@NotBlank @Size(max = 254) @Nullable String email) {
}
