package org.projectthrive.coding.moving;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.projectthrive.coding.moving.Place.Fate;
import org.projectthrive.coding.moving.Words.Word;

/**
 * How the words of a turn have moved in a correction of it. Words that are still there
 * keep what points at them; words that were replaced hand it to those that replace them;
 * of words that are gone it stays at the nearest word, and is marked.
 */
public final class WordMove {

	/** How far around their place untouched words are looked for. */
	private static final int AROUND = 8;

	private final String after;

	private final List<Word> old;

	private final List<Word> fresh;

	private final int[] images;

	/** Images, and beside them words that stand for others like them. */
	private final int[] pairs;

	WordMove(String before, String after) {
		this.after = after;
		this.old = Words.of(before);
		this.fresh = Words.of(after);
		this.images = Alignment.of(this.old, this.fresh);
		this.pairs = Alignment.withLike(this.images, this.old, this.fresh);
	}

	/**
	 * A quotation from the text before, as it reads in the one after; spaces may differ.
	 * What is gone, or never was there, cannot be quoted.
	 */
	public static Optional<String> quoted(String quote, String before, String after) {
		Matcher found = Pattern.compile(
				Arrays.stream(quote.strip().split("\\s+", -1)).map(Pattern::quote).collect(Collectors.joining("\\s+")))
			.matcher(before);
		if (!found.find()) {
			return Optional.empty();
		}
		Place place = new WordMove(before, after).of(before.codePointCount(0, found.start()),
				before.codePointCount(0, found.end()));
		return Optional.of(place)
			.filter((now) -> now.fate() != Fate.GONE)
			.map((now) -> cut(after, now.start(), now.end()));
	}

	/** Where words are now. */
	Place of(int start, int end) {
		int first = first(start);
		int last = last(end);
		if (first > last || this.fresh.isEmpty()) {
			return at(nearest(Math.min(first, this.old.size() - 1)), Fate.GONE);
		}
		if (isKept(first, last)) {
			return shifted(start, end, first, this.images[first], Fate.UNTOUCHED);
		}
		if (isEven(first, last)) {
			return changed(first, last);
		}
		return elsewhere(first, last)
			.map((at) -> shifted(start, end, first, at, isSure(first, last, at) ? Fate.UNTOUCHED : Fate.CHANGED))
			.orElseGet(() -> changed(first, last));
	}

	/** The words of a text from one code point to another. */
	static String cut(String text, int start, int end) {
		int from = text.offsetByCodePoints(0, start);
		return text.substring(from, text.offsetByCodePoints(from, end - start));
	}

	/** Whether just these words stand in a text from this code point on. */
	static boolean isAt(String text, int start, String words) {
		int length = text.codePointCount(0, text.length());
		return start <= length && text.startsWith(words, text.offsetByCodePoints(0, start));
	}

	private int length() {
		return this.after.codePointCount(0, this.after.length());
	}

	/** The same words at another place, without the space around them. */
	private Place shifted(int start, int end, int first, int at, Fate fate) {
		int last = last(end);
		int from = Math.max(start, this.old.get(first).start()) - this.old.get(first).start();
		int to = this.old.get(last).end() - Math.min(end, this.old.get(last).end());
		return new Place(this.fresh.get(at).start() + from, this.fresh.get(at + last - first).end() - to, fate);
	}

	/**
	 * Whether words that are found again are the same ones: a single word may well come
	 * twice, and what somebody said twice is still there after one of them was deleted.
	 */
	private boolean isSure(int first, int last, int at) {
		boolean others = IntStream.range(0, this.images.length - (last - first))
			.anyMatch((word) -> this.images[word] == at && isKept(word, word + last - first));
		return !others && (last - first > 1
				|| IntStream.rangeClosed(first, last).allMatch((word) -> this.images[word] != Alignment.GONE));
	}

	/** One word or two that were replaced, each by another. */
	private boolean isEven(int first, int last) {
		return last - first < 2 && IntStream.rangeClosed(first, last)
			.anyMatch((word) -> this.images[word] == Alignment.GONE
					&& (this.pairs[word] != Alignment.GONE || gap(word).isEven()));
	}

	private int first(int start) {
		return (int) this.old.stream().filter((word) -> word.end() <= start).count();
	}

	private int last(int end) {
		return (int) this.old.stream().filter((word) -> word.start() < end).count() - 1;
	}

	/** Whether all words are still there, with nothing between them. */
	private boolean isKept(int first, int last) {
		return IntStream.rangeClosed(first, last)
			.allMatch((word) -> this.images[word] != Alignment.GONE
					&& this.images[word] == this.images[first] + word - first);
	}

	/**
	 * Of words that come several times the wrong ones may have been taken to be the same.
	 */
	private Optional<Integer> elsewhere(int first, int last) {
		int size = last - first + 1;
		int expected = from(first);
		return IntStream
			.rangeClosed(Math.max(0, expected - AROUND), Math.min(this.fresh.size() - size, expected + AROUND))
			.filter((at) -> IntStream.range(0, size)
				.allMatch((i) -> this.old.get(first + i).text().equals(this.fresh.get(at + i).text())))
			.boxed()
			.min(Comparator.comparingInt((at) -> Math.abs(at - expected)));
	}

	private Place changed(int first, int last) {
		int from = from(first);
		int to = to(last);
		if (from > to) {
			return at(nearest(first), Fate.GONE);
		}
		return new Place(this.fresh.get(from).start(), this.fresh.get(to).end(), Fate.CHANGED);
	}

	/**
	 * The first word that stands for an old one: itself, its pair, or what has replaced
	 * it.
	 */
	private int from(int word) {
		if (this.pairs[word] != Alignment.GONE) {
			return this.pairs[word];
		}
		Gap gap = gap(word);
		return gap.isEven() ? gap.freshFrom() + word - gap.oldFrom() : gap.freshFrom();
	}

	private int to(int word) {
		if (this.pairs[word] != Alignment.GONE) {
			return this.pairs[word];
		}
		Gap gap = gap(word);
		return gap.isEven() ? gap.freshFrom() + word - gap.oldFrom() : gap.freshTo() - 1;
	}

	/** The words around that stand for nothing yet, before and after. */
	private Gap gap(int word) {
		int from = word;
		while (from > 0 && this.pairs[from - 1] == Alignment.GONE) {
			from--;
		}
		int to = word + 1;
		while (to < this.pairs.length && this.pairs[to] == Alignment.GONE) {
			to++;
		}
		return new Gap(from, to, (from > 0) ? this.pairs[from - 1] + 1 : 0,
				(to < this.pairs.length) ? this.pairs[to] : this.fresh.size());
	}

	/** The word that comes next, or the last one; rather a word than a sign. */
	private int nearest(int word) {
		int next = (word < 0) ? 0 : Math.min(from(word), this.fresh.size() - 1);
		return IntStream.of(next, next - 1, next + 1)
			.filter((place) -> place >= 0 && place < this.fresh.size() && this.fresh.get(place).isWord())
			.findFirst()
			.orElse(next);
	}

	private Place at(int word, Fate fate) {
		boolean nothingLeft = IntStream.of(this.images).allMatch((image) -> image == Alignment.GONE);
		if (this.fresh.isEmpty() || nothingLeft) {
			return new Place(0, length(), fate);
		}
		return new Place(this.fresh.get(word).start(), this.fresh.get(word).end(), fate);
	}

	private record Gap(int oldFrom, int oldTo, int freshFrom, int freshTo) {

		boolean isEven() {
			return this.oldTo - this.oldFrom == this.freshTo - this.freshFrom;
		}

	}

}
