package org.projectthrive.session.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds names that differ from a word by one letter: left out, put in, mistaken, or two
 * that changed places. Both sides are looked up with each of their letters left out, so
 * that a word costs a few look-ups however many names there are.
 */
final class Misspelt {

	private static final int SHORTEST = 3;

	private static final int LONGEST = 40;

	private final Map<String, Set<String>> names = new HashMap<>();

	void add(String name) {
		if (name.length() >= SHORTEST && name.length() <= LONGEST) {
			shortened(name).forEach((key) -> this.names.computeIfAbsent(key, (one) -> new HashSet<>()).add(name));
		}
	}

	Set<String> near(String word) {
		if (word.length() < SHORTEST || word.length() > LONGEST) {
			return Set.of();
		}
		Set<String> near = new TreeSet<>();
		for (String key : shortened(word)) {
			for (String name : this.names.getOrDefault(key, Set.of())) {
				if (isOneApart(name, word)) {
					near.add(name);
				}
			}
		}
		return near;
	}

	static boolean isOneApart(String one, String other) {
		int from = 0;
		int shorter = Math.min(one.length(), other.length());
		while (from < shorter && one.charAt(from) == other.charAt(from)) {
			from++;
		}
		int to = 0;
		while (to < shorter - from && one.charAt(one.length() - 1 - to) == other.charAt(other.length() - 1 - to)) {
			to++;
		}
		String mine = one.substring(from, one.length() - to);
		String yours = other.substring(from, other.length() - to);
		boolean swapped = mine.length() == 2 && yours.length() == 2 && mine.charAt(0) == yours.charAt(1)
				&& mine.charAt(1) == yours.charAt(0);
		return swapped || (Math.max(mine.length(), yours.length()) == 1);
	}

	private static Set<String> shortened(String word) {
		Set<String> keys = new HashSet<>();
		keys.add(word);
		for (int letter = 0; letter < word.length(); letter++) {
			keys.add(word.substring(0, letter) + word.substring(letter + 1));
		}
		return keys;
	}

}
