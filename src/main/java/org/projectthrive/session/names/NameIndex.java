package org.projectthrive.session.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** All forms of all names, found by their first word. */
final class NameIndex {

	/** The rank from which on a name is that of somebody of the session. */
	static final int NEAR = 4;

	private static final int SHORTEST_JOINED = 4;

	private static final int LONG_JOINED = 6;

	private final Map<String, Map<String, Form>> forms = new HashMap<>();

	private final Map<String, List<Form>> byFirstWord = new HashMap<>();

	private final Map<String, Form> initials = new HashMap<>();

	private final Misspelt misspelt = new Misspelt();

	private final Set<String> mails = new TreeSet<>();

	private final Set<String> covers = new LinkedHashSet<>();

	void add(Person person) {
		this.covers.add(person.cover());
		if (!person.mail().isBlank()) {
			this.mails.add(Word.folded(person.mail().strip()));
		}
		addNamed(person);
		String spelt = expanded(person.name());
		if (!spelt.equals(person.name())) {
			addNamed(new Person(spelt, person.nickname(), "", person.cover(), person.near()));
		}
	}

	List<Form> startingWith(String word) {
		return this.byFirstWord.computeIfAbsent(word,
				(first) -> this.forms.getOrDefault(first, Map.of())
					.values()
					.stream()
					.sorted(Comparator.comparingInt(Form::size).reversed())
					.toList());
	}

	/** The form of just this word. */
	@Nullable Form single(String word) {
		return this.forms.getOrDefault(word, Map.of()).get(word);
	}

	@Nullable Form initials(String letters) {
		return this.initials.get(letters);
	}

	/** Names that differ from the word by one letter. */
	List<Form> alike(String word) {
		List<Form> alike = new ArrayList<>();
		for (String name : this.misspelt.near(word)) {
			Form form = single(name);
			if (form != null) {
				alike.add(form);
			}
		}
		return alike;
	}

	/** All words with which some form begins, and all initials. */
	Set<String> words() {
		Set<String> words = new TreeSet<>(this.forms.keySet());
		words.addAll(this.initials.keySet());
		return words;
	}

	/** Whether some form begins with the word, or the word is somebody's initials. */
	boolean isWord(String word) {
		return this.forms.containsKey(word) || this.initials.containsKey(word);
	}

	boolean isFirstInitial(String letter) {
		return this.initials.keySet().stream().anyMatch((letters) -> letters.startsWith(letter));
	}

	boolean isMail(String address) {
		return this.mails.contains(Word.folded(address));
	}

	boolean isCover(String words) {
		return this.covers.contains(words);
	}

	/** Everybody who shares a name with somebody else. */
	List<String> shared() {
		Set<String> all = new TreeSet<>();
		this.forms.values()
			.forEach((some) -> some.values()
				.stream()
				.filter(Form::isShared)
				.forEach((form) -> all.addAll(form.covers())));
		return List.copyOf(all);
	}

	private void addNamed(Person person) {
		List<String> words = person.words();
		if (words.isEmpty()) {
			return;
		}
		int own = person.near() * 2 + 1;
		form(words, 0, person.cover(), own);
		singles(words, person.cover(), own);
		person.parted().forEach((parts) -> form(parts, 0, person.cover(), own));
		String given = words.get(0);
		List<List<String>> lasts = lasts(words);
		named(given, lasts, person.cover(), own);
		person.otherNames().forEach((other) -> {
			single(other, person.cover(), own);
			named(other, lasts, person.cover(), own);
		});
		WordLists.shortFormsOf(given).forEach((other) -> {
			single(other, person.cover(), own - 1);
			named(other, lasts, person.cover(), own - 1);
		});
		if (words.size() > 1) {
			initials(words, person);
		}
	}

	private void singles(List<String> words, String cover, int rank) {
		for (int word = 0; word < words.size(); word++) {
			boolean outer = word == 0 || word == words.size() - 1;
			if (outer || !WordLists.PARTICLES.contains(words.get(word))) {
				single(words.get(word), cover, rank);
			}
		}
		for (int word = 1; word < words.size(); word++) {
			joined(words.get(word - 1) + words.get(word), cover, rank);
		}
		joined(words.get(0) + words.get(words.size() - 1), cover, rank);
		joined(words.get(0).charAt(0) + words.get(words.size() - 1), cover, rank);
		lasts(words).forEach((last) -> {
			joined(String.join("", last), cover, rank);
			joined(words.get(0) + String.join("", last), cover, rank);
			joined(words.get(0).charAt(0) + String.join("", last), cover, rank);
			login(words.get(0).charAt(0) + last.get(0), last, cover, rank);
		});
	}

	/** As an address has it: the initial and a last name of two parts. */
	private void login(String first, List<String> last, String cover, int rank) {
		if (last.size() > 1 && !WordLists.PARTICLES.contains(last.get(0))) {
			joined(first, cover, rank);
			List<String> parts = new ArrayList<>(last);
			parts.set(0, first);
			form(parts, 0, cover, rank);
		}
	}

	private void single(String word, String cover, int rank) {
		if (word.length() > 1 && word.codePoints().anyMatch(Character::isLetter)) {
			form(List.of(word), 0, cover, rank);
			this.misspelt.add(word);
		}
	}

	private void joined(String word, String cover, int rank) {
		if (word.length() >= SHORTEST_JOINED && !Form.isWeak(word) && single(word) == null) {
			form(List.of(word), 0, cover, rank);
			if (word.length() >= LONG_JOINED) {
				this.misspelt.add(word);
			}
		}
	}

	/** The last name as one word, and with what belongs to it. */
	private static List<List<String>> lasts(List<String> words) {
		List<List<String>> lasts = new ArrayList<>();
		for (int word = 1; word < words.size(); word++) {
			if (WordLists.PARTICLES.contains(words.get(word)) || word == words.size() - 1 || word == words.size() - 2) {
				lasts.add(words.subList(word, words.size()));
			}
		}
		return lasts;
	}

	private void named(String given, List<List<String>> lasts, String cover, int rank) {
		for (List<String> last : lasts) {
			form(last, 0, cover, rank);
			List<String> whole = new ArrayList<>(List.of(given));
			whole.addAll(last);
			form(whole, 0, cover, rank);
			whole.set(0, given.substring(0, given.offsetByCodePoints(0, 1)));
			form(whole, 0, cover, rank);
			form(List.of(given, last.get(0).substring(0, last.get(0).offsetByCodePoints(0, 1))), 0, cover, rank);
			List<String> reversed = new ArrayList<>(last);
			reversed.add(given);
			form(reversed, last.size(), cover, rank);
		}
	}

	private void form(List<String> words, int comma, String cover, int rank) {
		if (words.stream().noneMatch((word) -> word.length() > 1)) {
			return;
		}
		String written = String.join((comma > 0) ? ", " : " ", words);
		this.forms.computeIfAbsent(words.get(0), (first) -> new HashMap<>())
			.computeIfAbsent(written, (form) -> new Form(words, comma))
			.belongsTo(cover, rank);
	}

	private void initials(List<String> words, Person person) {
		String first = words.get(0).substring(0, 1);
		String last = words.get(words.size() - 1).substring(0, 1);
		StringBuilder all = new StringBuilder();
		words.forEach((word) -> all.append(word.charAt(0)));
		new TreeSet<>(List.of(first + last, all.toString()))
			.forEach((letters) -> this.initials.computeIfAbsent(letters, (key) -> new Form(List.of(key), 0))
				.belongsTo(person.cover(), person.near() * 2));
		String called = person.initialsOfCall();
		if (called.length() > 1) {
			this.initials.computeIfAbsent(called, (key) -> new Form(List.of(key), 0))
				.belongsTo(person.cover(), person.near() * 2 + 1);
		}
	}

	private static String expanded(String name) {
		return name.replace("ä", "ae")
			.replace("ö", "oe")
			.replace("ü", "ue")
			.replace("Ä", "Ae")
			.replace("Ö", "Oe")
			.replace("Ü", "Ue");
	}

}
