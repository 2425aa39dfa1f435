package org.projectthrive.guide;

import java.util.ArrayList;
import java.util.List;

/**
 * A guide as a moderator holds it in the hand: each question with the minute at which it
 * begins.
 */
record RunSheet(Guide guide, List<Line> lines) {

	/** What the welcome takes; the close takes as much. */
	static final int WELCOME = GuideMinutes.FRAME / 2;

	static RunSheet of(Guide guide) {
		List<Line> lines = new ArrayList<>();
		int minute = WELCOME;
		for (GuideOutline.Part part : guide.parts()) {
			GuideSection section = part.section();
			String heading = (section != null) ? section.title() : "";
			for (GuideQuestion question : part.questions()) {
				lines.add(new Line(heading, minute, question));
				minute += question.minutes();
				heading = "";
			}
		}
		return new RunSheet(guide, lines);
	}

	/** The minute at which the close begins. */
	public int close() {
		return WELCOME + this.guide.minutes().asked();
	}

	/**
	 * A question, the minute at which it begins, and the section that begins with it, or
	 * nothing.
	 */
	record Line(String heading, int minute, GuideQuestion question) {
	}

}
