package org.projectthrive.session.marks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.names.Kind;

/**
 * Equal words that somebody has to decide about: all at once, or each by itself.
 *
 * @param decision the cover that was chosen for all, empty to keep the words, or null
 */
public record MarkGroup(String likeness, List<Mark> marks, @Nullable String decision) {

	private static final int SHOWN = 5;

	/** Equal marks together, in the order of the first of them. */
	public static List<MarkGroup> of(List<Mark> marks) {
		Map<String, List<Mark>> equal = new LinkedHashMap<>();
		marks.forEach((mark) -> equal.computeIfAbsent(mark.likeness(), (one) -> new ArrayList<>()).add(mark));
		List<MarkGroup> groups = new ArrayList<>();
		equal.forEach((likeness, some) -> groups.add(new MarkGroup(likeness, List.copyOf(some), null)));
		return groups;
	}

	public MarkGroup decided(@Nullable String as) {
		return new MarkGroup(this.likeness, this.marks, as);
	}

	public Mark first() {
		return this.marks.get(0);
	}

	public Kind kind() {
		return first().find().kind();
	}

	public String words() {
		return first().words();
	}

	public List<String> covers() {
		return first().find().covers();
	}

	public String cover() {
		return first().find().cover();
	}

	public int count() {
		return this.marks.size();
	}

	public List<Mark> shown() {
		return this.marks.subList(0, Math.min(SHOWN, this.marks.size()));
	}

	public int more() {
		return this.marks.size() - shown().size();
	}

}
