package org.projectthrive.session.consent;

/**
 * How small a group may be and still be reported.
 *
 * @param countsUnder counts under this are not shown
 * @param quotesUnder quotes are attributed to no group under this
 * @param frozen whether the participants were told, so that they stay
 */
public record Thresholds(int countsUnder, int quotesUnder, boolean frozen) {

	static final Thresholds USUAL = new Thresholds(5, 10, false);

	boolean areThoseOf(ConsentTextForm form) {
		return form.countsUnder() == this.countsUnder && form.quotesUnder() == this.quotesUnder;
	}

}
