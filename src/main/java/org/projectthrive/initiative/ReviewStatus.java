package org.projectthrive.initiative;

/** How an initiative stands at a review. */
enum ReviewStatus {

	ON_TRACK, STUCK, DONE

}
