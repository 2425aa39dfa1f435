package org.projectthrive.session.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody with a name.
 *
 * @param name as it was written down: "Maria Lopez, MD", "Lopez, Maria", "Robert (Bob)
 * Ko"
 * @param nickname how else the person is called, or empty
 * @param mail the person's address, or empty
 * @param cover what stands for the name
 * @param near the nearest person keeps a name that several have: 2 for those of the
 * session, 1 for the others of the roster, 0 for everybody else
 */
public record Person(String name, String nickname, String mail, String cover, int near) {

	private static final Pattern ASIDE = Pattern.compile("\\(([^)]*)\\)|[\"“”]([^\"“”]*)[\"“”]");

	private static final Pattern PARTED = Pattern.compile("\\b(\\p{Lu}\\p{Ll}{1,3})(\\p{Lu}\\p{Ll}{2,})");

	/** The words of the name in their order, without title, degrees and nicknames. */
	List<String> words() {
		String plain = ASIDE.matcher(this.name).replaceAll(" ");
		int comma = plain.indexOf(',');
		List<String> before = core((comma < 0) ? plain : plain.substring(0, comma));
		List<String> after = (comma < 0) ? List.of() : core(plain.substring(comma + 1));
		boolean suffix = before.size() > 1 && (after.size() > 1 || after.stream().anyMatch(WordLists.COMMON::contains));
		if (suffix || after.isEmpty()) {
			return before;
		}
		List<String> words = new ArrayList<>(after);
		words.addAll(before);
		return words;
	}

	/** Names that stand for the given name. */
	Set<String> otherNames() {
		Set<String> others = new LinkedHashSet<>(core(this.nickname));
		Matcher aside = ASIDE.matcher(this.name);
		while (aside.find()) {
			others.addAll(core((aside.group(1) != null) ? aside.group(1) : aside.group(2)));
		}
		return others;
	}

	/** Two words for a given name of two capitals: De Shawn for DeShawn. */
	List<List<String>> parted() {
		return PARTED.matcher(this.name)
			.results()
			.map((found) -> List.of(Word.folded(found.group(1)), Word.folded(found.group(2))))
			.toList();
	}

	/** The initials by which the person is called: J.D. Example, or Mary-Jo Example. */
	String initialsOfCall() {
		List<String> words = words();
		StringBuilder letters = new StringBuilder();
		for (String word : words) {
			if (word.length() > 1) {
				break;
			}
			letters.append(word);
		}
		boolean hyphen = words.size() > 2 && Word.folded(this.name).contains(words.get(0) + "-" + words.get(1));
		return (letters.isEmpty() && hyphen) ? words.get(0).substring(0, 1) + words.get(1).charAt(0)
				: letters.toString();
	}

	private static List<String> core(String name) {
		List<String> words = new ArrayList<>(Word.of(name).stream().map(Word::folded).toList());
		while (words.size() > 1 && WordLists.TITLES.contains(words.get(0))) {
			words.remove(0);
		}
		boolean named = words.stream().anyMatch((word) -> !WordLists.DEGREES.contains(word));
		while (words.size() > 2 && WordLists.DEGREES.contains(words.get(words.size() - 1))) {
			words.remove(words.size() - 1);
		}
		return named ? words : List.of();
	}

}
