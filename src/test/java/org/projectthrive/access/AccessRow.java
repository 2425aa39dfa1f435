package org.projectthrive.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.study.Role;

import org.springframework.http.HttpMethod;

/**
 * One row of the table; {@code src/test/resources/access/platform.yaml} says what its
 * parts mean.
 */
record AccessRow(String route, List<String> may, @Nullable Map<String, String> ids, @Nullable List<String> given,
		@Nullable Map<String, Object> params, @Nullable String json, @Nullable Upload file,
		@Nullable Map<Role, String> as, @Nullable String open, @Nullable String audit,
		@Nullable Map<String, String> strangers, @Nullable String path, @Nullable String by) {

	record Upload(String name, String filename, String content) {
	}

	AccessRow {
		ids = (ids != null) ? ids : Map.of();
		given = (given != null) ? given : List.of();
		params = (params != null) ? params : Map.of();
		as = (as != null) ? as : Map.of();
		strangers = (strangers != null) ? strangers : Map.of();
	}

	HttpMethod method() {
		String name = this.route.substring(0, this.route.indexOf(' '));
		return name.equals("ANY") ? HttpMethod.GET : HttpMethod.valueOf(name);
	}

	String pattern() {
		return this.route.substring(this.route.indexOf(' ') + 1);
	}

	boolean reads() {
		return method().equals(HttpMethod.GET) || method().equals(HttpMethod.HEAD);
	}

	boolean isOfStudy() {
		return pattern().contains("{studyId}");
	}

	/** Whether it is for the lead and the session's own facilitators only. */
	boolean isOfOwnSession() {
		return "own-session".equals(this.open);
	}

	boolean isFor(String whom) {
		return this.may.equals(List.of(whom));
	}

	boolean isFilter() {
		return "filter".equals(this.by);
	}

	Set<String> roles() {
		return this.may.stream()
			.filter((name) -> List.of(Role.values()).toString().contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	boolean allows(Role role) {
		return this.may.contains(role.name());
	}

	/** Which of the demo's accounts asks for a role. */
	String account(Role role) {
		return this.as.getOrDefault(role, role.name().toLowerCase(Locale.ROOT));
	}

	/** Variables of the path whose values are found in the database. */
	List<String> foundInPath() {
		return this.ids.keySet().stream().filter((name) -> isFound(name) && isInPath(name)).toList();
	}

	/** Variables of the path that an unknown value must turn into 404. */
	List<String> mustExist() {
		return this.ids.keySet()
			.stream()
			.filter((name) -> isInPath(name) && !this.ids.get(name).equals("uuid"))
			.toList();
	}

	/** Whether the study has it, so that another study's must not be taken. */
	boolean isOfStudy(String name) {
		return isFound(name) && this.ids.get(name).contains(":study");
	}

	boolean isFound(String name) {
		return this.ids.get(name).strip().startsWith("select ");
	}

	private boolean isInPath(String name) {
		return pattern().contains("{" + name + "}");
	}

	@Override
	public String toString() {
		return this.route;
	}

}
