package org.projectthrive.session;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.FocusGroupSession.Job;
import org.projectthrive.session.roster.Site;
import org.projectthrive.session.roster.Zones;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/**
 * The plan of a session as entered: date and hour on the clock of its site, or of the
 * chosen zone when it is pooled.
 */
record SessionForm(@NotBlank @Size(max = SessionForm.LONGEST_TITLE) @Nullable String title,
		@NotNull Plan.@Nullable Kind kind, @Nullable Long siteId, @Nullable String zone,
		@NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
		@NotNull @DateTimeFormat(pattern = "HH:mm") @Nullable LocalTime hour,
		@NotNull @Min(15) @Max(240) @Nullable Integer minutes, @NotNull Plan.@Nullable Setting setting,
		@NotNull Plan.@Nullable Format format, @Size(max = 500) @Nullable String place,
		@NotNull @Min(1) @Max(50) @Nullable Integer capacity, @Nullable Set<Long> moderators,
		@Nullable Set<Long> noteTakers, @Nullable Integer version) {

	static final int LONGEST_TITLE = 200;

	/** What a session mostly is: an hour over lunch, by video, for eight. */
	static SessionForm proposed(Plan.Kind kind, @Nullable Long siteId) {
		return new SessionForm(null, kind, siteId, null, null, LocalTime.NOON, 60, Plan.Setting.OVER_LUNCH,
				Plan.Format.VIDEO, null, 8, Set.of(), Set.of(), null);
	}

	static SessionForm of(FocusGroupSession session) {
		Plan plan = session.plan();
		LocalDateTime start = LocalDateTime.ofInstant(plan.startsAt(), ZoneId.of(plan.zone()));
		Site site = session.site();
		return new SessionForm(plan.title(), plan.kind(), (site != null) ? site.id() : null, plan.zone(),
				start.toLocalDate(), start.toLocalTime(), plan.minutes(), plan.setting(), plan.format(), plan.place(),
				plan.capacity(), of(session, Job.MODERATOR), of(session, Job.NOTE_TAKER), session.version());
	}

	/** What no single field can say; only for a form whose fields are valid. */
	void check(Errors errors) {
		if (this.siteId == null && this.kind == Plan.Kind.SITE) {
			errors.rejectValue("siteId", "session.site.missing");
		}
		if (this.siteId == null && this.kind == Plan.Kind.MAKE_UP && !Zones.isKnown(text(this.zone))) {
			errors.rejectValue("zone", "session.zone.missing");
		}
		if (!Collections.disjoint(orNone(this.moderators), orNone(this.noteTakers))) {
			errors.rejectValue("noteTakers", "session.jobs.distinct");
		}
	}

	Plan plan(String inZone) {
		if (this.kind == null || this.day == null || this.hour == null || this.minutes == null || this.setting == null
				|| this.format == null || this.capacity == null) {
			throw new IllegalStateException("The form is invalid");
		}
		return new Plan(text(this.title), this.kind, inZone,
				this.day.atTime(this.hour).atZone(ZoneId.of(inZone)).toInstant(), this.minutes, this.setting,
				this.format, text(this.place), this.capacity);
	}

	String zoneOrEmpty() {
		return text(this.zone);
	}

	Map<Long, Job> jobs() {
		Map<Long, Job> jobs = new HashMap<>();
		orNone(this.moderators).forEach((member) -> jobs.put(member, Job.MODERATOR));
		orNone(this.noteTakers).forEach((member) -> jobs.put(member, Job.NOTE_TAKER));
		return jobs;
	}

	private static Set<Long> of(FocusGroupSession session, Job job) {
		return session.facilitators()
			.entrySet()
			.stream()
			.filter((facilitator) -> facilitator.getValue() == job)
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private static Set<Long> orNone(@Nullable Set<Long> some) {
		return (some != null) ? some : Set.of();
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value.strip() : "";
	}

}
