package org.projectthrive.session.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** One pass over the words of a text, looking each up among the names. */
final class NameScan {

	private static final int LONGEST_COVER = 40;

	private static final Set<String> WHOLE_TITLES = Set.of("nurse", "doctor", "professor", "miss");

	/** Before Washington or May they tell of a place or a time. */
	private static final Set<String> BEFORE_PLACES = Set.of("in", "near", "around", "since", "until", "downtown");

	/** Shorter names have too many words beside them, so that somebody has to look. */
	private static final int LONG = 5;

	private final String text;

	private final NameIndex names;

	private final Tokens tokens;

	private final InitialsScan initials;

	private final SplitScan split;

	private final List<Find> finds = new ArrayList<>();

	NameScan(String text, NameIndex names) {
		this.text = text;
		this.names = names;
		this.tokens = new Tokens(text);
		this.split = new SplitScan(text, names, this.tokens);
		this.initials = new InitialsScan(text, names, this.tokens, this.finds::add);
	}

	List<Find> finds() {
		int at = 0;
		while (at < this.tokens.size()) {
			int next = isCovered(at) ? at + 1 : split(at);
			next = (next == at) ? form(at) : next;
			next = (next == at) ? this.initials.at(at) : next;
			at = (next == at) ? word(at) : next;
		}
		return Places.joined(this.finds, this.text);
	}

	private int split(int at) {
		return this.split.at(at, (form, end) -> add(start(at), end(end - 1), form, Kind.NAME));
	}

	/** Looks for a name here; where the search goes on, or here when there is none. */
	private int form(int at) {
		for (Form form : this.names.startingWith(this.tokens.get(at).folded())) {
			if (form.isAt(this.text, this.tokens.words(), at)) {
				int end = last(at, form);
				int from = start(at);
				boolean sure = end > at + 1 || from < this.tokens.get(at).start() || isSure(at, form);
				add(sure ? from : this.tokens.get(at).start(), end(end - 1), form, sure ? Kind.NAME : Kind.WORD);
				return end;
			}
		}
		return at;
	}

	/** Whether a single word is a name here, and nothing else. */
	private boolean isSure(int at, Form form) {
		Word word = this.tokens.get(at);
		if (form.size() > 1 || !form.isWeak()) {
			return true;
		}
		if (!word.isCapital(this.text)) {
			return false;
		}
		boolean common = WordLists.COMMON.contains(word.folded()) || WordLists.USUALLY_CAPITAL.contains(word.folded());
		if (!common) {
			return !(word.isShouted(this.text) && WordLists.ABBREVIATIONS.contains(word.folded()));
		}
		if (WordLists.USUALLY_CAPITAL.contains(word.folded())) {
			boolean place = at > 0 && BEFORE_PLACES.contains(this.tokens.get(at - 1).folded());
			return !place && form.isNear() && !WordLists.COMMON.contains(word.folded());
		}
		return !this.tokens.beginsSentence(at) && !this.tokens.isAmongShouted(at);
	}

	/** A plural, or a name with a wrong letter. */
	private int word(int at) {
		Word word = this.tokens.get(at);
		String folded = word.folded();
		Form glued = this.split.glued(word);
		if (glued != null) {
			boolean sure = this.split.isSurelyGlued(word, glued);
			add(word.start(), word.end(), glued, sure ? Kind.NAME : Kind.ALIKE);
			return at + 1;
		}
		boolean decided = isPluralOfWeak(at) || isNumbered(word);
		if (decided || folded.length() < 3 || WordLists.isEnglish(folded)
				|| !folded.chars().allMatch(Character::isLetter)) {
			return at + 1;
		}
		Form stem = folded.endsWith("s") ? this.names.single(folded.substring(0, folded.length() - 1)) : null;
		if (stem != null && !stem.isWeak() && word.end() - word.start() == folded.length()) {
			add(start(at), word.end() - 1, stem, Kind.NAME);
		}
		else {
			misspelt(at, word);
		}
		return at + 1;
	}

	private void misspelt(int at, Word word) {
		boolean written = word.isCapital(this.text) && !word.isShouted(this.text);
		List<Form> alike = this.names.alike(word.folded())
			.stream()
			.filter((form) -> form.length() >= LONG || written)
			.toList();
		if (!alike.isEmpty()) {
			boolean sure = isSurelyAName(word) && alike.stream().anyMatch((form) -> form.length() >= LONG);
			add(sure ? start(at) : word.start(), word.end(), merged(alike), sure ? Kind.NAME : Kind.ALIKE);
		}
	}

	/** The Days, the Parks: a capital within a sentence, so somebody has to look. */
	private boolean isPluralOfWeak(int at) {
		Word word = this.tokens.get(at);
		boolean plural = word.folded().length() > 3 && word.folded().endsWith("s") && word.isCapital(this.text)
				&& !this.tokens.beginsSentence(at) && !this.tokens.isAmongShouted(at);
		Form stem = plural ? this.names.single(word.folded().substring(0, word.folded().length() - 1)) : null;
		if (stem == null || !stem.isWeak()) {
			return false;
		}
		add(word.start(), word.end(), stem, Kind.WORD);
		return true;
	}

	/** As people call themselves on a screen: a name and a number in one. */
	private boolean isNumbered(Word word) {
		String name = word.withoutNumber();
		Form form = (name.length() > 2 && !name.equals(word.folded())) ? this.names.single(name) : null;
		if (form == null || form.isWeak()) {
			return false;
		}
		add(word.start(), word.end(), form, Kind.NAME);
		return true;
	}

	private boolean isSurelyAName(Word word) {
		return word.isCapital(this.text) && !WordLists.isGivenName(word.folded())
				&& !WordLists.USUALLY_CAPITAL.contains(word.folded());
	}

	private static Form merged(List<Form> alike) {
		Form form = new Form(List.of("alike"), 0);
		alike.forEach((one) -> one.covers().forEach((cover) -> form.belongsTo(cover, 0)));
		return form;
	}

	private void add(int start, int end, Form form, Kind kind) {
		List<String> covers = new ArrayList<>(form.covers());
		if (!form.isShared()) {
			this.finds.add((kind == Kind.NAME) ? Find.certain(start, end, kind, covers.get(0))
					: Find.doubt(start, end, kind, covers));
			return;
		}
		Set<String> all = new LinkedHashSet<>(List.of(Kind.SHARED.cover()));
		all.addAll(covers);
		this.finds.add((kind == Kind.NAME) ? new Find(start, end, Kind.SHARED, List.copyOf(all), true, true)
				: Find.doubt(start, end, kind, List.copyOf(all)));
	}

	/** Takes further parts of the same person's name in, with an initial between them. */
	private int last(int at, Form form) {
		int end = at + form.size();
		Form following = following(end, form);
		while (following != null) {
			end += following.size() + (this.tokens.get(end).isInitial(this.text) ? 1 : 0);
			following = following(end, form);
		}
		return end;
	}

	private @Nullable Form following(int end, Form form) {
		if (form.isShared() || end >= this.tokens.size() || !this.tokens.between(end).isBlank()) {
			return null;
		}
		int next = this.tokens.get(end).isInitial(this.text) ? end + 1 : end;
		if (next >= this.tokens.size() || (next > end && !Form.joins(this.tokens.between(next)))) {
			return null;
		}
		return this.names.startingWith(this.tokens.get(next).folded())
			.stream()
			.filter((one) -> one.isAt(this.text, this.tokens.words(), next) && one.covers().equals(form.covers()))
			.filter((one) -> this.tokens.get(next).isCapital(this.text) || !one.isWeak())
			.findFirst()
			.orElse(null);
	}

	/** Where a name starts, a title before it or the O of O'Brien included. */
	private int start(int at) {
		if (this.tokens.isBehindApostrophe(at) && isFree(at - 1)) {
			return this.tokens.get(at - 1).start();
		}
		if (at > 0 && WordLists.TITLES.contains(this.tokens.get(at - 1).folded()) && Form.joins(this.tokens.between(at))
				&& this.tokens.get(at).isCapital(this.text)) {
			Word title = this.tokens.get(at - 1);
			boolean part = title.isCapital(this.text) || !WHOLE_TITLES.contains(title.folded());
			return (part && !endsSentence(at, title)) ? title.start() : this.tokens.get(at).start();
		}
		return this.tokens.get(at).start();
	}

	private boolean isFree(int at) {
		return this.finds.isEmpty() || this.finds.get(this.finds.size() - 1).end() <= this.tokens.get(at).start();
	}

	/** An initial takes its full stop with it. */
	private int end(int last) {
		Word word = this.tokens.get(last);
		return (word.isInitial(this.text) && this.text.startsWith(".", word.end())) ? word.end() + 1 : word.end();
	}

	private boolean endsSentence(int at, Word title) {
		return WHOLE_TITLES.contains(title.folded()) && this.tokens.between(at).contains(".");
	}

	/** Whether the word is part of what already stands for a name. */
	private boolean isCovered(int at) {
		Word word = this.tokens.get(at);
		int open = word.start();
		while (open >= 0 && word.start() - open < LONGEST_COVER && this.text.charAt(open) != '[') {
			open--;
		}
		if (open >= 0 && this.text.charAt(open) == '[') {
			String words = this.text.substring(open, Math.min(this.text.length(), open + LONGEST_COVER));
			int close = words.indexOf(']');
			if (close >= word.end() - open) {
				return this.names.isCover(words.substring(0, close + 1)) || Kind.isCover(words.substring(0, close + 1));
			}
		}
		return this.names.isCover(this.text.substring(word.start(), word.end()));
	}

}
