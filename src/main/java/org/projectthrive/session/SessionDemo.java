package org.projectthrive.session;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.platform.demo.DemoTranscript;
import org.projectthrive.session.FocusGroupSession.Job;
import org.projectthrive.session.roster.Site;
import org.projectthrive.session.roster.SiteService;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo's six sessions, which were held some weeks ago. */
@Component
@Order(50)
class SessionDemo implements DemoPart {

	private static final String ZONE = "America/Denver";

	private static final int GROUP = 8;

	private static final Duration LASTED = Duration.ofMinutes(58);

	private static final Duration NOTED = Duration.ofSeconds(15);

	private static final List<Held> SESSIONS = List.of(
			new Held("maple", "Maple Street over lunch", 8, DayOfWeek.TUESDAY, LocalTime.NOON, Plan.Setting.OVER_LUNCH),
			new Held("harbor", "Harbor View clinician meeting", 7, DayOfWeek.WEDNESDAY, LocalTime.of(16, 30),
					Plan.Setting.CLINICIAN_MEETING),
			new Held("mill", "Old Mill over lunch", 6, DayOfWeek.THURSDAY, LocalTime.NOON, Plan.Setting.OVER_LUNCH),
			new Held("northfield", "Northfield over lunch", 5, DayOfWeek.TUESDAY, LocalTime.of(12, 15),
					Plan.Setting.OVER_LUNCH),
			new Held("", "Make-up one, evening", 4, DayOfWeek.MONDAY, LocalTime.of(18, 30), Plan.Setting.OTHER),
			new Held("", "Make-up two, early morning", 3, DayOfWeek.WEDNESDAY, LocalTime.of(6, 45),
					Plan.Setting.OTHER));

	private final SiteService sites;

	private final FocusGroupSessionRepository sessions;

	private final JdbcClient jdbc;

	private final Clock clock;

	SessionDemo(SiteService sites, FocusGroupSessionRepository sessions, JdbcClient jdbc, Clock clock) {
		this.sites = sites;
		this.sessions = sessions;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void load(DemoStudy demo) {
		for (int number = 1; number <= SESSIONS.size(); number++) {
			session(demo, number);
		}
	}

	private void session(DemoStudy demo, int number) {
		Held held = SESSIONS.get(number - 1);
		Site site = held.site().isEmpty() ? null : this.sites.get(demo.studyId(), demo.id("site:" + held.site()));
		FocusGroupSession session = new FocusGroupSession(demo.studyId(), held.plan(start(held)), site,
				facilitators(demo, number));
		Set<Long> group = new HashSet<>();
		for (int place = 1; place <= GROUP; place++) {
			group.add(demo.id(String.format(Locale.ROOT, "participant:P%02d", (number - 1) * GROUP + place)));
		}
		session.expect(group);
		session.invite();
		session.start(demo.id("guide"), session.plan().startsAt());
		session.end(session.plan().startsAt().plus(LASTED));
		demo.put("session:" + number, this.sessions.saveAndFlush(session).id());
		unscripted(demo, number, session, "difficult", "What makes your job difficult?");
		unscripted(demo, number, session, "well", "What is happening when things are going well?");
	}

	private Instant start(Held held) {
		ZoneId zone = ZoneId.of(ZONE);
		return LocalDate.now(this.clock.withZone(zone))
			.minusWeeks(held.weeksAgo())
			.with(TemporalAdjusters.previousOrSame(held.day()))
			.atTime(held.hour())
			.atZone(zone)
			.toInstant();
	}

	private static Map<Long, Job> facilitators(DemoStudy demo, int number) {
		Long first = demo.id("member:facilitator@thrive.example");
		Long second = demo.id("member:second.facilitator@thrive.example");
		return (number % 2 == 1) ? Map.of(first, Job.MODERATOR, second, Job.NOTE_TAKER)
				: Map.of(second, Job.MODERATOR, first, Job.NOTE_TAKER);
	}

	private void unscripted(DemoStudy demo, int number, FocusGroupSession session, String key, String wording) {
		Long id = this.jdbc.sql("""
				insert into unscripted_question (study_id, session_id, wording, opened_at)
				values (?, ?, ?, ?) returning id""")
			.params(session.studyId(), session.id(), wording,
					opened(demo, number, session, key).atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
		demo.put("unscripted:" + number + ":" + key, id);
	}

	/** The note-taker wrote it down some seconds after it came up. */
	private static Instant opened(DemoStudy demo, int number, FocusGroupSession session, String key) {
		return DemoTranscript.read(demo, DemoStudy.SESSIONS.get(number - 1))
			.stream()
			.filter((line) -> line.part().equals(key))
			.findFirst()
			.map((line) -> session.plan().startsAt().plusMillis(line.startsMs()).plus(NOTED))
			.orElseThrow();
	}

	/** A session of the demo. */
	private record Held(String site, String title, int weeksAgo, DayOfWeek day, LocalTime hour, Plan.Setting setting) {

		Plan plan(Instant start) {
			Plan.Kind kind = this.site.isEmpty() ? Plan.Kind.MAKE_UP : Plan.Kind.SITE;
			return new Plan(this.title, kind, ZONE, start, 60, this.setting, Plan.Format.VIDEO,
					"https://video.example/" + this.title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"), GROUP);
		}

	}

}
