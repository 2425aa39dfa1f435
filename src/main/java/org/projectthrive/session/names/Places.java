package org.projectthrive.session.names;

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

}
