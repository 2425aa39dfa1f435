package org.projectthrive.platform.error;

/**
 * What was asked for does not exist, or not for the person who asks: both look the same
 * (404).
 */
public class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotFound(String what) {
		super(what);
	}

}
