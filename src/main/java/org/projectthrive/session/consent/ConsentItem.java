package org.projectthrive.session.consent;

/** What a participant agrees to, each by itself. */
public enum ConsentItem {

	/** To take part in the conversation. */
	TAKE_PART("takePart"),

	/** That the conversation is recorded. */
	RECORDING("recording"),

	/** To be quoted without a name. */
	QUOTES("quotes");

	private final String field;

	ConsentItem(String field) {
		this.field = field;
	}

	/** What it is called in a form. */
	public String field() {
		return this.field;
	}

}
