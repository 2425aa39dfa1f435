package org.projectthrive.study;

import java.util.Set;

/**
 * One thing that must be true for a step to be complete. All criteria of a study are
 * asked in one statement, so each is an expression of the database.
 *
 * @param key names it: message {@code criterion.<key>} says it,
 * {@code criterion.<key>.do} says what to do
 * @param fact a boolean SQL expression over {@code :study}, the study's id, and
 * {@code :now}, the time
 * @param ready a boolean SQL expression over {@code :study}: whether anybody can do
 * something about it already
 * @param path where it is met, below {@code /studies/{id}}: {@code /team}
 * @param by the roles that can meet it
 */
public record Criterion(String key, String fact, String ready, String path, Set<Role> by) {

	public Criterion(String key, String fact, String path, Set<Role> by) {
		this(key, fact, "true", path, by);
	}

}
