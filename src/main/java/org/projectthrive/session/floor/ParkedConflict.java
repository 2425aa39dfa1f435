package org.projectthrive.session.floor;

import org.projectthrive.session.floor.Changes.Parked;

/**
 * A parked topic was changed by somebody else meanwhile; told to the screen with both
 * texts (409).
 */
class ParkedConflict extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Parked current;

	private final transient Parked sent;

	ParkedConflict(Parked current, Parked sent) {
		super("parked.stale");
		this.current = current;
		this.sent = sent;
	}

	Parked current() {
		return this.current;
	}

	Parked sent() {
		return this.sent;
	}

}
