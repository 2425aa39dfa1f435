package org.projectthrive.team;

import java.util.Set;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.projectthrive.study.Role;

record ProfileForm(@NotEmpty @Nullable Set<Role> roles, @Nullable Set<Expertise> expertise,
		@Size(max = 200) @Nullable String credentials, @Size(max = 200) @Nullable String occupation,
		@Size(max = 1000) @Nullable String training, @Size(max = 1000) @Nullable String relation,
		@Nullable Integer version) {

	static ProfileForm of(Member member) {
		Profile profile = member.profile();
		return new ProfileForm(member.roles(), member.expertise(), profile.credentials(), profile.occupation(),
				profile.training(), profile.relation(), member.version());
	}

	int knownVersion() {
		return (this.version != null) ? this.version : -1;
	}

	Set<Role> rolesOrNone() {
		return (this.roles != null) ? this.roles : Set.of();
	}

	Set<Expertise> expertiseOrNone() {
		return (this.expertise != null) ? this.expertise : Set.of();
	}

	Profile profile() {
		return new Profile(text(this.credentials), text(this.occupation), text(this.training), text(this.relation));
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value.strip() : "";
	}

}
