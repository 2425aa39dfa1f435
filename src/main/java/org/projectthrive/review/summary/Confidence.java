package org.projectthrive.review.summary;

/** How sure the analysts are of a cell. */
public enum Confidence {

	HIGH, MEDIUM, LOW

}
