package org.projectthrive.review.emerging;

/** Under which heading a theme stands below its question. */
public enum ThemeGroup {

	NONE, DESIRE, BARRIER, POSITIVE, NEGATIVE

}
