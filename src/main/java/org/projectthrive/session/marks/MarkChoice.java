package org.projectthrive.session.marks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.projectthrive.platform.error.NotFound;

/**
 * What somebody has chosen for a mark, or for all marks like it.
 *
 * @param all whether {@code on} is a likeness and not a place
 * @param option the number of a cover, or keep, or undo
 */
public record MarkChoice(boolean all, String on, String option) {

	private static final Pattern VALUE = Pattern.compile("(all|one):([0-9a-f]{32}):(\\d{1,2}|keep|undo)");

	/** As the value of a button has it: {@code all:<likeness>:0}. */
	public static MarkChoice of(String value) {
		Matcher matcher = VALUE.matcher(value);
		if (!matcher.matches()) {
			throw new NotFound("mark");
		}
		return new MarkChoice(matcher.group(1).equals("all"), matcher.group(2), matcher.group(3));
	}

	/** The marks that are meant; none is not found. */
	public List<Mark> among(List<Mark> marks) {
		List<Mark> meant = marks.stream()
			.filter((mark) -> (this.all ? mark.likeness() : mark.place()).equals(this.on))
			.toList();
		if (meant.isEmpty()) {
			throw new NotFound("mark");
		}
		return meant;
	}

	public boolean isKeep() {
		return this.option.equals("keep");
	}

	public boolean isUndo() {
		return this.option.equals("undo");
	}

	/** What shall stand there. */
	public String cover(Mark mark) {
		List<String> covers = mark.find().covers();
		int number = Integer.parseInt(this.option);
		if (number >= covers.size()) {
			throw new NotFound("cover");
		}
		return covers.get(number);
	}

}
