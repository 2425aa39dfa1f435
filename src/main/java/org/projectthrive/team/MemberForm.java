package org.projectthrive.team;

import java.util.Set;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.projectthrive.study.Role;

record MemberForm(@NotBlank @Size(max = 200) @Nullable String name,
		@NotBlank @Email @Size(max = 254) @Nullable String email, @NotEmpty @Nullable Set<Role> roles,
		@Nullable Set<Expertise> expertise) {

	static final MemberForm EMPTY = new MemberForm(null, null, Set.of(), Set.of());

	TeamService.NewMember member() {
		return new TeamService.NewMember(String.valueOf(this.email), String.valueOf(this.name), orNone(this.roles),
				orNone(this.expertise));
	}

	private static <T> Set<T> orNone(@Nullable Set<T> some) {
		return (some != null) ? some : Set.of();
	}

}
