package org.projectthrive.session;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What is planned for a session before anybody comes.
 *
 * @param zone the time zone of its site, or the one chosen for a pooled session
 * @param place a room, or the link to join by
 */
@Embeddable
record Plan(String title, @Enumerated(EnumType.STRING) Kind kind, String zone, Instant startsAt, int minutes,
		@Enumerated(EnumType.STRING) Setting setting, @Enumerated(EnumType.STRING) Format format, String place,
		int capacity) {

	Instant endsAt() {
		return this.startsAt.plus(Duration.ofMinutes(this.minutes));
	}

	Plan called(String otherTitle) {
		return new Plan(otherTitle, this.kind, this.zone, this.startsAt, this.minutes, this.setting, this.format,
				this.place, this.capacity);
	}

	/** The same hour on the clock of another time zone. */
	Plan in(String otherZone) {
		Instant moved = this.startsAt.atZone(ZoneId.of(this.zone)).withZoneSameLocal(ZoneId.of(otherZone)).toInstant();
		return new Plan(this.title, this.kind, otherZone, moved, this.minutes, this.setting, this.format, this.place,
				this.capacity);
	}

	/** Whom a session is for. */
	enum Kind {

		/** The people of one site. */
		SITE,

		/** Those who could not come to their own session. */
		MAKE_UP

	}

	/** Within what it takes place: it colours what is said. */
	enum Setting {

		OVER_LUNCH, CLINICIAN_MEETING, RETREAT, OTHER

	}

	/** How people meet. */
	enum Format {

		VIDEO, IN_PERSON, HYBRID

	}

}
