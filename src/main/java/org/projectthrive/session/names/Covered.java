package org.projectthrive.session.names;

import java.util.ArrayList;
import java.util.List;

/**
 * A text without the names that are known.
 *
 * @param replaced what was replaced, at its place in the old text
 * @param doubts what somebody has to decide, at its place in the new text
 */
public record Covered(String text, List<Find> replaced, List<Find> doubts) {

	static Covered of(String text, List<Find> finds) {
		StringBuilder covered = new StringBuilder(text.length());
		List<Find> replaced = new ArrayList<>();
		List<Find> doubts = new ArrayList<>();
		int copied = 0;
		for (Find find : finds) {
			covered.append(text, copied, find.start());
			int at = covered.length();
			copied = find.end();
			if (find.certain()) {
				replaced.add(find);
				covered.append(find.cover());
				if (find.asked()) {
					doubts.add(new Find(at, covered.length(), find.kind(),
							find.covers().subList(1, find.covers().size()), false, true));
				}
			}
			else {
				covered.append(text, find.start(), find.end());
				doubts.add(find.moved(at - find.start()));
			}
		}
		return new Covered(covered.append(text, copied, text.length()).toString(), List.copyOf(replaced),
				List.copyOf(doubts));
	}

}
