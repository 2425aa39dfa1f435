package org.projectthrive.guide.question;

/** What a question looks for: what is good, what stands in the way, or either. */
public enum Polarity {

	ASSET, BARRIER, OPEN

}
