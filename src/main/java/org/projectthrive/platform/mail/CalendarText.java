package org.projectthrive.platform.mail;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes a {@link CalendarEntry} as iCalendar, all times in UTC. */
final class CalendarText {

	private CalendarText() {
	}

	static String of(CalendarEntry entry, String organizer, Instant now) {
		PropertyList about = new PropertyList(List.of(new ProdId("-//Project Thrive//Thrive//EN"),
				ImmutableVersion.VERSION_2_0, ImmutableCalScale.GREGORIAN, new Method(entry.method())));
		Calendar calendar = new Calendar(about, new ComponentList<>(List.of(event(entry, organizer, now))));
		StringWriter text = new StringWriter();
		try {
			new CalendarOutputter().output(calendar, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

	private static VEvent event(CalendarEntry entry, String organizer, Instant now) {
		ParameterList asked = new ParameterList(List.of(PartStat.NEEDS_ACTION, Rsvp.FALSE));
		return new VEvent(new PropertyList(List.of(new Uid(entry.uid()), new Sequence(entry.sequence()),
				new DtStamp(now), new DtStart<>(entry.start()), new DtEnd<>(entry.start().plus(entry.length())),
				new Summary(entry.summary()), new Description(entry.description()), new Organizer(mailto(organizer)),
				new Attendee(asked, mailto(entry.attendee())),
				entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED)));
	}

	private static URI mailto(String address) {
		try {
			return new URI("mailto", address, null);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException("no address", ex);
		}
	}

}
