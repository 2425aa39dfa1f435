package org.projectthrive.review.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Recognises earlier points among lines of text, so that what rests on a point survives
 * the mending of its words.
 */
final class PointLines {

	private PointLines() {
	}

	/**
	 * For each line the point that it is: the same words first, else a point that shares
	 * most of its words.
	 */
	static List<Optional<SummaryPoint>> match(List<SummaryPoint> points, List<String> lines) {
		List<SummaryPoint> left = new ArrayList<>(points);
		List<Optional<SummaryPoint>> found = new ArrayList<>();
		lines.forEach((line) -> found.add(take(left, (point) -> point.text().equals(line))));
		for (int i = 0; i < lines.size(); i++) {
			if (found.get(i).isEmpty()) {
				Set<String> words = words(lines.get(i));
				found.set(i, take(left, (point) -> isMostlyTheSame(words(point.text()), words)));
			}
		}
		return found;
	}

	private static Optional<SummaryPoint> take(List<SummaryPoint> left, Predicate<SummaryPoint> wanted) {
		Optional<SummaryPoint> first = left.stream().filter(wanted).findFirst();
		first.ifPresent(left::remove);
		return first;
	}

	private static boolean isMostlyTheSame(Set<String> before, Set<String> after) {
		Set<String> shared = new HashSet<>(before);
		shared.retainAll(after);
		return shared.size() * 2 > Math.max(before.size(), after.size());
	}

	private static Set<String> words(String text) {
		return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
	}

}
