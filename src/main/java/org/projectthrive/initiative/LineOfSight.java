package org.projectthrive.initiative;

import java.util.List;

import org.projectthrive.coding.CodedWords.ThemeWords;
import org.projectthrive.coding.Themes.ThemeRow;
import org.projectthrive.retreat.ChosenIdeas.ChosenIdea;
import org.projectthrive.review.ReleasedFindings.FindingRow;

/**
 * The way back from an initiative: to its idea, the findings and themes that the idea
 * answers, and the words that carry the themes. Words are there only for those who may
 * read them.
 */
record LineOfSight(ChosenIdea idea, List<FindingRow> findings, List<ThemeSight> themes, int sessions) {

	/**
	 * A theme on the way.
	 *
	 * @param raisedIn in how many sessions it was coded
	 * @param words some of the words that carry it, none for leaders
	 */
	record ThemeSight(ThemeRow theme, long raisedIn, List<QuotedWords> words) {
	}

	/** Words, and the session in which they fell. */
	record QuotedWords(ThemeWords words, String session) {
	}

}
