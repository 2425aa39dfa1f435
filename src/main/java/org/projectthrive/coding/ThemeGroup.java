package org.projectthrive.coding;

/** On which side of the story a theme stands. */
enum ThemeGroup {

	DESIRE, BARRIER, POSITIVE, NEGATIVE, NONE

}
