package org.projectthrive.session.marks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.projectthrive.session.names.Covered;

/**
 * Words of a text that give way to others, in their order.
 *
 * @param before the text as it was
 */
public record Rewording(NamedText before, List<Change> changes) {

	private static final String NOT_AFTER = "(?<![\\p{L}\\p{N}])";

	/** A plural is a word of its own. */
	private static final String NOT_BEFORE = "(?=s?(?![\\p{L}\\p{N}\\p{M}]))";

	public Rewording {
		changes = List.copyOf(changes);
	}

	/** What covering a text has changed, maybe nothing. */
	public static Rewording covered(NamedText text, Covered covered) {
		return new Rewording(text,
				covered.replaced().stream().map((find) -> new Change(find.start(), find.end(), find.cover())).toList());
	}

	/** The text as it will be. */
	public String after() {
		StringBuilder after = new StringBuilder();
		int copied = 0;
		for (Change change : this.changes) {
			after.append(this.before.text(), copied, change.start()).append(change.words());
			copied = change.end();
		}
		return after.append(this.before.text().substring(copied)).toString();
	}

	/** What gives way. */
	public List<String> gone() {
		return this.changes.stream().map((change) -> change.gone(this.before.text())).toList();
	}

	/**
	 * Where a character of the old text is in the new one; one that is gone is where its
	 * stand-in begins or, as an end, where it ends.
	 */
	public int moved(int at, boolean end) {
		int by = 0;
		for (Change change : this.changes) {
			if (at >= change.end()) {
				by += change.words().length() - (change.end() - change.start());
			}
			else if (at > change.start()) {
				return change.start() + by + (end ? change.words().length() : 0);
			}
		}
		return at + by;
	}

	/**
	 * A quotation from the old text as it reads in the new one; spaces may differ. Of a
	 * text that was put together from several quotations each line is one.
	 */
	public String quoted(String quote) {
		return found(quote).orElseGet(() -> quote.lines()
			.map((line) -> found(line).orElseGet(() -> others(line)))
			.collect(Collectors.joining("\n")));
	}

	/** Words that are like the old text, but not taken from it as they are. */
	public String others(String words) {
		return in(new NamedText("other:", "", "", words)).after();
	}

	/** The same done to another text, wherever words stand in it that give way here. */
	public Rewording in(NamedText other) {
		Map<String, String> covers = new HashMap<>();
		this.changes.forEach((change) -> covers.putIfAbsent(change.gone(this.before.text()), change.words()));
		covers.remove("");
		if (covers.isEmpty()) {
			return new Rewording(other, List.of());
		}
		return new Rewording(other, words(covers.keySet()).matcher(other.text())
			.results()
			.map((found) -> new Change(found.start(), found.end(), Objects.requireNonNull(covers.get(found.group()))))
			.toList());
	}

	/**
	 * Of words that come several times those are meant in which something gives way: no
	 * name is told because it is a word elsewhere.
	 */
	private Optional<String> found(String quote) {
		if (quote.isBlank()) {
			return Optional.empty();
		}
		Matcher found = spaced(quote).matcher(this.before.text());
		String after = after();
		String first = null;
		for (int from = 0; found.find(from); from = found.start() + 1) {
			String now = after.substring(moved(found.start(), false), moved(found.end(), true));
			if (!now.equals(found.group())) {
				return Optional.of(now);
			}
			first = (first != null) ? first : now;
		}
		return Optional.ofNullable(first).map((same) -> quote);
	}

	/** Words as they are, but for the spaces between them. */
	private static Pattern spaced(String words) {
		return Pattern.compile(
				Stream.of(words.strip().split("\\s+", -1)).map(Pattern::quote).collect(Collectors.joining("\\s+")));
	}

	/** Any of these by itself, and not as a part of a word; the longest first. */
	private static Pattern words(Set<String> some) {
		return Pattern.compile(some.stream()
			.sorted(Comparator.comparingInt(String::length).reversed())
			.map((one) -> (isInWord(one.codePointAt(0)) ? NOT_AFTER : "") + Pattern.quote(one)
					+ (isInWord(one.codePointBefore(one.length())) ? NOT_BEFORE : ""))
			.collect(Collectors.joining("|")));
	}

	private static boolean isInWord(int character) {
		return Character.isLetterOrDigit(character);
	}

	static Rewording one(NamedText text, List<Change> changes) {
		List<Change> inOrder = new ArrayList<>(changes);
		inOrder.sort((one, other) -> Integer.compare(one.start(), other.start()));
		return new Rewording(text, inOrder);
	}

	/** Characters of the old text, and what stands there now. */
	public record Change(int start, int end, String words) {

		String gone(String text) {
			return text.substring(this.start, this.end);
		}

	}

}
