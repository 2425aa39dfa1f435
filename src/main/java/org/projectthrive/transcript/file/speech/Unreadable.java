package org.projectthrive.transcript.file.speech;

/**
 * A file that cannot be understood; the message is a key of {@code messages}, told beside
 * the file field.
 */
public class Unreadable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public Unreadable(String reason) {
		super("transcript.unreadable." + reason);
	}

	public static Unreadable missing() {
		return new Unreadable("empty");
	}

	public static Unreadable tooLarge() {
		return new Unreadable("large");
	}

	public static Unreadable busy() {
		return new Unreadable("busy");
	}

	public String messageKey() {
		return String.valueOf(getMessage());
	}

}
