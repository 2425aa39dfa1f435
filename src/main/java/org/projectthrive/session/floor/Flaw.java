package org.projectthrive.session.floor;

/** What was sent does not fit the session; told to the screen with the field (422). */
class Flaw extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String field;

	Flaw(String field, String messageKey) {
		super(messageKey);
		this.field = field;
	}

	String field() {
		return this.field;
	}

	String messageKey() {
		return String.valueOf(getMessage());
	}

}
