package org.projectthrive.transcript;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Replaces names in a text by codes: whole names and their parts, in whatever case and
 * with or without accents, at the bounds of words, a title before them included. A part
 * that is also an ordinary word ("will") is replaced only where it is written with a
 * capital.
 */
final class NameCover {

	/** For a name that several people share. */
	static final String SHARED = "[name]";

	private static final Set<String> TITLES = Set.of("dr", "doctor", "mr", "mrs", "ms", "miss", "mx", "prof",
			"professor", "nurse");

	private static final Set<String> NO_PARTS = Set.of("md", "do", "np", "pa", "rn", "dnp", "phd", "mph", "ms", "mba",
			"jr", "sr", "dr", "mr", "mrs", "miss", "prof", "de", "da", "di", "del", "della", "der", "den", "van", "von",
			"la", "le", "el", "al", "bin", "ibn", "dos", "du", "and", "of", "the", "st");

	private static final Set<String> WORDS = Set.of("will", "may", "mark", "grace", "hope", "joy", "bill", "art",
			"faith", "dawn", "rose", "june", "april", "august", "summer", "rich", "frank", "pat", "sue", "drew",
			"chase", "grant", "miles", "dean", "early", "young", "long", "short", "white", "black", "brown", "green",
			"gray", "grey", "king", "price", "wood", "woods", "hill", "field", "fields", "stone", "love", "park",
			"parks", "page", "case", "day", "church", "cook", "baker", "fisher", "hunter", "cross", "bell", "best",
			"gold", "lane", "street", "bush", "ray", "guy", "ward", "good", "wise", "sharp", "strong", "little",
			"small", "read", "nice", "major", "cash", "fair", "free", "see", "song", "chance", "clay", "crystal", "eve",
			"harmony", "heather", "ivy", "melody", "mercy", "patience", "robin", "sage", "sandy", "sky", "star",
			"charity", "penny", "don", "rob", "nick", "skip", "wade", "said", "moss", "rivers", "banks", "waters",
			"weeks", "winter", "winters", "west", "north", "east", "english", "french", "bond", "bright", "wells",
			"knight", "marsh", "mills", "noble", "power", "powers", "rush", "swift", "gay", "jack", "max", "gene",
			"carol", "mike", "norm", "reed", "dale", "glen", "forest", "sunny", "happy");

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private final Map<String, List<Name>> names = new HashMap<>();

	private final Set<String> ordinary = new TreeSet<>();

	/**
	 * Adds a person's name; who is added first keeps a name that a later, more distant
	 * person has too.
	 */
	void person(String name, String cover, boolean near) {
		List<String> words = tokens(withoutSuffix(name)).stream().map(Token::folded).toList();
		add(words, cover, near);
		for (String part : withoutSuffix(name).strip().split("\\s+", -1)) {
			add(tokens(part).stream().map(Token::folded).filter((word) -> !NO_PARTS.contains(word)).toList(), cover,
					near);
		}
		for (String word : words) {
			if (!NO_PARTS.contains(word) && word.codePointCount(0, word.length()) > 1) {
				add(List.of(word), cover, near);
			}
		}
	}

	/** Names that are ordinary words as well, of which some places may have been left. */
	Set<String> ordinary() {
		return this.ordinary;
	}

	String cover(String text) {
		List<Token> tokens = tokens(text);
		StringBuilder covered = new StringBuilder(text.length());
		int copied = 0;
		int at = 0;
		while (at < tokens.size()) {
			Name name = find(text, tokens, at);
			if (name == null) {
				at++;
				continue;
			}
			int from = hasTitle(text, tokens, at) ? tokens.get(at - 1).start() : tokens.get(at).start();
			at = last(text, tokens, at, name);
			covered.append(text, copied, Math.max(copied, from)).append(name.cover());
			copied = tokens.get(at - 1).end();
		}
		return covered.append(text, copied, text.length()).toString();
	}

	private void add(List<String> words, String cover, boolean near) {
		if (words.isEmpty()) {
			return;
		}
		List<Name> same = this.names.computeIfAbsent(words.get(0), (first) -> new ArrayList<>());
		Name before = same.stream().filter((name) -> name.words().equals(words)).findFirst().orElse(null);
		if (before == null) {
			same.add(new Name(words, cover, near));
			same.sort(Comparator.comparingInt((Name name) -> name.words().size()).reversed());
		}
		else if (!before.cover().equals(cover) && before.near() == near) {
			same.set(same.indexOf(before), new Name(words, SHARED, near));
		}
		if (words.size() == 1 && isOrdinary(words.get(0))) {
			this.ordinary.add(words.get(0));
		}
	}

	private @Nullable Name find(String text, List<Token> tokens, int at) {
		for (Name name : this.names.getOrDefault(tokens.get(at).folded(), List.of())) {
			if (isAt(text, tokens, at, name)) {
				return name;
			}
		}
		return null;
	}

	private static boolean isAt(String text, List<Token> tokens, int at, Name name) {
		if (at + name.words().size() > tokens.size()) {
			return false;
		}
		for (int word = 0; word < name.words().size(); word++) {
			boolean joined = word == 0 || isJoined(text, tokens.get(at + word - 1), tokens.get(at + word));
			if (!joined || !tokens.get(at + word).folded().equals(name.words().get(word))) {
				return false;
			}
		}
		return !name.words().stream().allMatch(NameCover::isOrdinary)
				|| Character.isUpperCase(text.codePointAt(tokens.get(at).start()));
	}

	/** Takes further parts of the same person's name in, with an initial between them. */
	private int last(String text, List<Token> tokens, int at, Name name) {
		int end = at + name.words().size();
		Name following = following(text, tokens, end, name);
		while (following != null) {
			end += following.words().size() + (tokens.get(end).isInitial(text) ? 1 : 0);
			following = following(text, tokens, end, name);
		}
		return end;
	}

	private @Nullable Name following(String text, List<Token> tokens, int end, Name name) {
		if (end >= tokens.size() || !text.substring(tokens.get(end - 1).end(), tokens.get(end).start()).isBlank()) {
			return null;
		}
		int next = tokens.get(end).isInitial(text) ? end + 1 : end;
		if (next >= tokens.size() || (next > end && !isJoined(text, tokens.get(end), tokens.get(next)))) {
			return null;
		}
		Name found = find(text, tokens, next);
		return (found != null && found.cover().equals(name.cover())) ? found : null;
	}

	private static boolean hasTitle(String text, List<Token> tokens, int at) {
		return at > 0 && TITLES.contains(tokens.get(at - 1).folded())
				&& isJoined(text, tokens.get(at - 1), tokens.get(at));
	}

	/** Only what may stand within a name is between two words. */
	private static boolean isJoined(String text, Token one, Token next) {
		String between = text.substring(one.end(), next.start());
		return between.length() <= 3
				&& between.chars().allMatch((character) -> " \t\u00a0-'’.".indexOf(character) >= 0);
	}

	private static boolean isOrdinary(String word) {
		return WORDS.contains(word) || word.codePointCount(0, word.length()) < 3;
	}

	private static String withoutSuffix(String name) {
		int comma = name.indexOf(',');
		int bracket = name.indexOf('(');
		String first = (bracket > 0) ? name.substring(0, bracket) : name;
		boolean suffix = comma > 0 && comma < first.length() && first.substring(0, comma).strip().contains(" ");
		return suffix ? first.substring(0, comma) : first;
	}

	private static List<Token> tokens(String text) {
		List<Token> tokens = new ArrayList<>();
		int at = 0;
		while (at < text.length()) {
			int start = at;
			while (at < text.length() && isWord(text.codePointAt(at))) {
				at += Character.charCount(text.codePointAt(at));
			}
			if (at > start) {
				tokens.add(new Token(start, at, folded(text.substring(start, at))));
			}
			else {
				at += Character.charCount(text.codePointAt(at));
			}
		}
		return tokens;
	}

	private static boolean isWord(int character) {
		return Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK;
	}

	static String folded(String word) {
		String lower = word.toLowerCase(Locale.ROOT);
		boolean plain = lower.chars().allMatch((character) -> character < 128);
		return plain ? lower : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
	}

	/** A word of a text. */
	private record Token(int start, int end, String folded) {

		boolean isInitial(String text) {
			return this.end - this.start == 1 && Character.isUpperCase(text.charAt(this.start));
		}

	}

	/** A name, or a part of one. */
	private record Name(List<String> words, String cover, boolean near) {
	}

}
