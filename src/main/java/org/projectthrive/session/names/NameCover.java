package org.projectthrive.session.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Takes the names that are known out of a text, whatever their form, and finds what only
 * somebody who knows can decide. Nothing else in the text changes, and what is covered
 * stays as it is when it is covered once more.
 */
public final class NameCover {

	private static final Pattern SHARED = Pattern.compile(Pattern.quote(Kind.SHARED.cover()));

	private final NameIndex names = new NameIndex();

	private final Set<String> places = new TreeSet<>();

	private Clues clues = new Clues(Set.of());

	/** Takes somebody's name out from here on. */
	public NameCover person(Person person) {
		this.names.add(person);
		return this;
	}

	/** Asks about the name of a site from here on. */
	public NameCover place(String name) {
		if (!name.isBlank()) {
			this.places.add(name);
			this.clues = new Clues(this.places);
		}
		return this;
	}

	public Covered cover(String text) {
		return Covered.of(text, scan(text));
	}

	/** The text without the names that are known. */
	public String covered(String text) {
		return cover(text).text();
	}

	/**
	 * The text without names that are nothing else: where nobody speaks of people, a name
	 * that is a word as well is the word, and initials are an abbreviation.
	 */
	public String coveredNames(String text) {
		return Covered
			.of(text, scan(text).stream().filter((find) -> find.certain() && isNothingElse(find, text)).toList())
			.text();
	}

	/** The same, cut to what fits. */
	public String coveredNames(String text, int longest) {
		String covered = coveredNames(text);
		return (covered.codePointCount(0, covered.length()) <= longest) ? covered
				: covered.substring(0, covered.offsetByCodePoints(0, longest - 1)) + "…";
	}

	private boolean isNothingElse(Find find, String text) {
		List<Word> words = Word.of(find.words(text));
		if (find.kind() == Kind.LINK) {
			return words.stream().anyMatch((word) -> isPartOfName(word.folded()) && !isWord(word));
		}
		return find.kind() != Kind.INITIALS && (words.size() != 1 || !isWord(words.get(0)));
	}

	private static boolean isWord(Word word) {
		return WordLists.COMMON.contains(word.folded()) || WordLists.USUALLY_CAPITAL.contains(word.folded());
	}

	/** All that gives somebody away, or may, in the order of the text. */
	public List<Find> scan(String text) {
		List<Find> clued = this.clues.in(text);
		List<Find> links = clued.stream()
			.filter((clue) -> clue.kind() == Kind.MAIL || clue.kind() == Kind.LINK)
			.toList();
		List<Find> inAll = new NameScan(text, this.names).finds();
		BitSet known = new BitSet();
		inAll.stream().filter(Find::certain).forEach((find) -> known.set(find.start(), find.end()));
		List<Find> named = links.isEmpty() ? inAll : new NameScan(without(links, text), this.names).finds();
		Places places = new Places();
		links.stream()
			.map((clue) -> isNamed(text, clue, known)
					? Find.certain(clue.start(), clue.end(), clue.kind(), clue.cover()) : clue)
			.forEach(places::add);
		places.addAll(named.stream().filter(Find::certain).toList());
		places.addAll(shared(text));
		places.addAll(clued);
		places.addAll(named);
		return places.inOrder();
	}

	/** An address is that of somebody who is known, or has a known name in it. */
	private boolean isNamed(String text, Find clue, BitSet known) {
		return this.names.isMail(clue.words(text)) || IntStream.range(clue.start(), clue.end()).anyMatch(known::get)
				|| Word.of(clue.words(text)).stream().anyMatch((word) -> isPartOfName(word.folded()));
	}

	private boolean isPartOfName(String word) {
		Form form = this.names.single(word);
		return form != null && (word.length() > 2);
	}

	/**
	 * The text with a word of the same length for each address: no name begins in one and
	 * ends behind it.
	 */
	private static String without(List<Find> links, String text) {
		char[] gaps = text.toCharArray();
		links.forEach((link) -> Arrays.fill(gaps, link.start(), link.end(), 'x'));
		return String.valueOf(gaps);
	}

	/** What stands for several people since an earlier time. */
	private List<Find> shared(String text) {
		List<Find> finds = new ArrayList<>();
		Matcher matcher = SHARED.matcher(text);
		boolean found = matcher.find();
		List<String> covers = found ? this.names.shared() : List.of();
		while (found && !covers.isEmpty()) {
			finds.add(Find.doubt(matcher.start(), matcher.end(), Kind.SHARED, covers));
			found = matcher.find();
		}
		return finds;
	}

}
