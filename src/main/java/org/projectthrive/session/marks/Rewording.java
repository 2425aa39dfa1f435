package org.projectthrive.session.marks;

import java.util.ArrayList;
import java.util.List;

import org.projectthrive.session.names.Covered;

/**
 * Words of a text that give way to others, in their order.
 *
 * @param before the text as it was
 */
public record Rewording(NamedText before, List<Change> changes) {

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

	/** A quotation from the old text as it reads in the new one. */
	public String quoted(String quote) {
		int start = this.before.text().indexOf(quote);
		if (start < 0) {
			return others(quote);
		}
		return after().substring(moved(start, false), moved(start + quote.length(), true));
	}

	/** Words that are like the old text, but not taken from it as they are. */
	public String others(String words) {
		String changed = words;
		for (Change change : this.changes) {
			changed = changed.replace(change.gone(this.before.text()), change.words());
		}
		return changed;
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
