package org.projectthrive.guide;

/** What a question looks for: what is good, what stands in the way, or either. */
enum Polarity {

	ASSET, BARRIER, OPEN

}
