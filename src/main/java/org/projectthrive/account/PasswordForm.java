package org.projectthrive.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A password somebody chooses: length counts, composition does not. */
record PasswordForm(@NotNull @Size(min = 12, max = PasswordSignIn.LONGEST_PASSWORD) @Nullable String password) {
}
