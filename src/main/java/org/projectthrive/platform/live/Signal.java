package org.projectthrive.platform.live;

import java.util.Locale;

/**
 * Says that a thing of a study has come to a change number.
 *
 * @param subject the {@linkplain LiveSubject#name name} of its kind
 */
record Signal(String subject, Long studyId, Long id, long change) {

	/** As it crosses nodes. */
	String wire() {
		return this.subject + " " + this.studyId + " " + this.id + " " + this.change;
	}

	static Signal ofWire(String line) {
		String[] parts = line.split(" ", -1);
		return new Signal(parts[0], Long.valueOf(parts[1]), Long.valueOf(parts[2]), Long.parseLong(parts[3]));
	}

	/** As a page hears it. */
	String json() {
		return String.format(Locale.ROOT, "{\"%s\":%d,\"change\":%d}", this.subject, this.id, this.change);
	}

}
