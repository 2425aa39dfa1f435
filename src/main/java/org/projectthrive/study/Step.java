package org.projectthrive.study;

import java.util.List;
import java.util.Set;

/**
 * What a module adds to one of the five steps: the criteria that must be met, the pages, and counts worth showing. Each
 * module that belongs to a step has one such bean, ordered by {@link org.springframework.core.annotation.Order}.
 */
public interface Step {

	StepName name();

	/** In the order in which they are met. */
	default List<Criterion> criteria() {
		return List.of();
	}

	/** Pages of the step, as the study's navigation shows them. */
	default List<Page> pages() {
		return List.of();
	}

	/** Counts for the study's overview. */
	default List<Count> counts() {
		return List.of();
	}

	/**
	 * A page of a step.
	 * @param key message {@code page.<key>} is its title
	 * @param path below {@code /studies/{id}}
	 * @param by the roles that may open it
	 */
	record Page(String key, String path, Set<Role> by) {
	}

	/**
	 * A count on the overview.
	 * @param key message {@code count.<key>} says it, with the number as {@code {0}}
	 * @param sql an integer SQL expression over {@code :study}
	 */
	record Count(String key, String sql) {
	}

}
