package org.projectthrive.session.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds of which no two overlap: who comes first keeps the place. */
final class Places {

	private final TreeMap<Integer, Find> taken = new TreeMap<>();

	void add(Find find) {
		Map.Entry<Integer, Find> before = this.taken.lowerEntry(find.end());
		if (before == null || before.getValue().end() <= find.start()) {
			this.taken.put(find.start(), find);
		}
	}

	void addAll(List<Find> finds) {
		finds.forEach(this::add);
	}

	List<Find> inOrder() {
		return List.copyOf(this.taken.values());
	}

	/** Two parts of one name beside each other, of which one may be misspelt, are one. */
	static List<Find> joined(List<Find> finds, String text) {
		List<Find> joined = new ArrayList<>();
		for (Find find : finds) {
			Find before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
			if (before != null && before.kind() == Kind.NAME && before.certain() && find.kind() == Kind.NAME
					&& find.certain() && before.cover().equals(find.cover())
					&& isSpace(text.substring(before.end(), find.start()))) {
				joined.set(joined.size() - 1, Find.certain(before.start(), find.end(), Kind.NAME, find.cover()));
			}
			else {
				joined.add(find);
			}
		}
		return joined;
	}

	private static boolean isSpace(String between) {
		return !between.isEmpty() && between.isBlank() && Form.joins(between);
	}

}
