package org.projectthrive.study;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a module adds to one of the five steps: the criteria that must be met, the pages,
 * and counts worth showing. Each module that belongs to a step has one such bean, ordered
 * by {@link org.springframework.core.annotation.Order}.
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

	/** What waits for a single person, before anything else. */
	default List<Errand> errands() {
		return List.of();
	}

	/** Counts for the study's overview. */
	default List<Count> counts() {
		return List.of();
	}

	/**
	 * A page of a step.
	 *
	 * @param key message {@code page.<key>} is its title
	 * @param path below {@code /studies/{id}}
	 * @param by the roles that may open it
	 * @param below paths of pages that are reached from this one and have no place of
	 * their own; {@code *} stands for any one part of a path
	 */
	record Page(String key, String path, Set<Role> by, Set<String> below) {

		public Page(String key, String path, Set<Role> by) {
			this(key, path, by, Set.of());
		}

		/** How many parts of an address lead to this page; 0 when it is not below. */
		int reach(String address) {
			return Stream.concat(Stream.of(this.path), this.below.stream())
				.filter((path) -> begins(parts(address), parts(path)))
				.mapToInt((path) -> parts(path).size())
				.max()
				.orElse(0);
		}

		private static boolean begins(List<String> address, List<String> path) {
			return address.size() >= path.size() && IntStream.range(0, path.size())
				.allMatch((part) -> path.get(part).equals("*") || path.get(part).equals(address.get(part)));
		}

		private static List<String> parts(String path) {
			return path.isEmpty() ? List.of() : List.of(path.substring(1).split("/", -1));
		}

	}

	/**
	 * Something that waits for one person.
	 *
	 * @param key message {@code errand.<key>} says what to do
	 * @param path a text SQL expression over {@code :study}, {@code :person},
	 * {@code :member} and {@code :now}, the time: where it is done, below
	 * {@code /studies/{id}}, or null when there is nothing to do
	 * @param by the roles that may have it
	 * @param patient whether everything else that waits for the person comes first
	 */
	record Errand(String key, String path, Set<Role> by, boolean patient) {

		public Errand(String key, String path, Set<Role> by) {
			this(key, path, by, false);
		}

	}

	/**
	 * A count on the overview.
	 *
	 * @param key message {@code count.<key>} names what is counted, in the number of
	 * {@code {0}}
	 * @param sql an integer SQL expression over {@code :study}
	 */
	record Count(String key, String sql) {
	}

}
