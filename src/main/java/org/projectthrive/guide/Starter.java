package org.projectthrive.guide;

/** What a study's first guide is made from. */
enum Starter {

	THRIVE, WHAT_MATTERS, BLANK, COPY

}
