package org.projectthrive.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record SetupForm(@NotBlank @Size(max = 200) @Nullable String name,
		@NotBlank @Email @Size(max = 254) @Nullable String email,
		@NotNull @Size(min = 12, max = PasswordSignIn.LONGEST_PASSWORD) @Nullable String password) {
}
