package org.projectthrive.session.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is known of words beforehand: everyday English, short forms of given names. */
final class WordLists {

	/** Of everyday English: as a name only with a capital. */
	static final Set<String> COMMON = Set.copyOf(words("common-words"));

	/** With a capital too, more likely no name. */
	static final Set<String> USUALLY_CAPITAL = Set.copyOf(words("usually-capital"));

	static final Set<String> ABBREVIATIONS = Set.copyOf(words("abbreviations"));

	static final Set<String> TITLES = Set.of("dr", "doctor", "mr", "mrs", "ms", "miss", "mx", "prof", "professor",
			"nurse", "sr", "sra", "dra");

	static final Set<String> DEGREES = Set.of("md", "do", "np", "pa", "rn", "dnp", "phd", "mph", "ms", "mba", "jr",
			"sr", "ii", "iii", "iv", "fnp", "lpn", "msn", "bsn", "aprn", "faafp", "esq", "pac", "c", "ma", "msw",
			"lcsw", "pharmd");

	static final Set<String> PARTICLES = Set.of("de", "da", "di", "del", "della", "der", "den", "van", "von", "la",
			"le", "el", "al", "bin", "ibn", "dos", "das", "du", "des", "st", "zu", "ter", "ten", "y", "e", "of", "and",
			"the", "i");

	private static final Map<String, Set<String>> SHORT_FORMS = shortForms();

	private WordLists() {
	}

	/** By what else somebody with this given name may be called. */
	static Set<String> shortFormsOf(String name) {
		return SHORT_FORMS.getOrDefault(name, Set.of());
	}

	static boolean isGivenName(String word) {
		return SHORT_FORMS.containsKey(word);
	}

	/** Whether a word is common, in this form or another. */
	static boolean isEnglish(String word) {
		if (COMMON.contains(word)) {
			return true;
		}
		for (String ending : List.of("s", "es", "ed", "d", "ing", "ly", "er", "ers", "r")) {
			String stem = word.substring(0, Math.max(0, word.length() - ending.length()));
			if (word.endsWith(ending) && stem.length() > 2
					&& (COMMON.contains(stem) || COMMON.contains(stem.toLowerCase(Locale.ROOT) + "e"))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The others of the name's families; of a name that stands for many, only the whole
	 * names.
	 */
	private static Map<String, Set<String>> shortForms() {
		Map<String, List<List<String>>> families = new HashMap<>();
		for (String line : lines("short-forms")) {
			List<String> family = List.of(line.split(" ", -1));
			family.forEach((name) -> families.computeIfAbsent(name, (one) -> new ArrayList<>()).add(family));
		}
		Map<String, Set<String>> forms = new HashMap<>();
		families.forEach((name, all) -> {
			Set<String> others = new TreeSet<>();
			all.forEach((family) -> others
				.addAll((all.size() > 2 && !family.get(0).equals(name)) ? family.subList(0, 1) : family));
			others.remove(name);
			forms.put(name, others);
		});
		return forms;
	}

	private static List<String> words(String list) {
		return lines(list).stream()
			.flatMap((line) -> List.of(line.split(" ", -1)).stream())
			.distinct()
			.collect(Collectors.toList());
	}

	private static List<String> lines(String list) {
		try (InputStream stream = WordLists.class.getResourceAsStream("/names/" + list + ".txt")) {
			if (stream == null) {
				throw new IllegalStateException("The list " + list + " is missing");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
