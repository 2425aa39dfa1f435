package org.projectthrive.session.marks;

/**
 * Words of a session in which somebody may be named.
 *
 * @param key tells it from all others: {@code turn:12}
 * @param label what a reader calls its place
 * @param path where it can be read, below the session
 */
public record NamedText(String key, String label, String path, String text) {

	/** Its kind: what stands before the colon of its key. */
	public String source() {
		return this.key.substring(0, this.key.indexOf(':'));
	}

	public String id() {
		return this.key.substring(this.key.indexOf(':') + 1);
	}

}
