package org.projectthrive.review.domain;

/** The two sides of the contrast table. */
public enum Side {

	/** What makes the job difficult. */
	DIFFICULT,

	/** What happens when things go well. */
	GOES_WELL

}
