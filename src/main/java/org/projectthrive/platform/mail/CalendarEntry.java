package org.projectthrive.platform.mail;

import java.time.Duration;
import java.time.Instant;

/**
 * What a mail puts into the calendar of the person who receives it.
 *
 * @param uid names the entry for good: what is sent again under it replaces what was
 * there
 * @param sequence rises with each change of what is sent under the uid
 * @param cancelled whether the entry is taken back
 * @param summary neutral, as the subject of a mail: calendars are shown to others
 * @param attendee the address of the recipient, the only one who is named
 */
public record CalendarEntry(String uid, int sequence, boolean cancelled, Instant start, Duration length, String summary,
		String description, String attendee) {

	/** What the calendar is to do: the same word in the entry and in its MIME type. */
	String method() {
		return this.cancelled ? "CANCEL" : "REQUEST";
	}

}
