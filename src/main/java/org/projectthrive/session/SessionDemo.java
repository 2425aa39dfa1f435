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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.platform.demo.DemoTranscript;
import org.projectthrive.session.FocusGroupSession.Job;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo's four sites, its 48 invented participants, and six sessions that were held
 * some weeks ago.
 */
@Component
@Order(50)
class SessionDemo implements DemoPart {

	private static final String ZONE = "America/Denver";

	private static final int GROUP = 8;

	private static final Duration LASTED = Duration.ofMinutes(58);

	private static final Duration NOTED = Duration.ofSeconds(15);

	private static final Map<String, String> SITES = new LinkedHashMap<>();
	static {
		SITES.put("maple", "Maple Street Clinic");
		SITES.put("harbor", "Harbor View Clinic");
		SITES.put("mill", "Old Mill Clinic");
		SITES.put("northfield", "Northfield Clinic");
	}

	/**
	 * Whom participants report to, in the order of the sites; none of them takes part.
	 */
	private static final List<String> MANAGERS = List.of("Dr. Marlow Overview", "Dr. Harriet Rota", "Dr. Milo Agenda",
			"Dr. Nora Roster");

	private static final List<String> FIRST_NAMES = List.of("Juniper", "Wren", "Clover", "Basil", "Hazel", "Rowan",
			"Sage", "Indigo");

	private static final List<String> LAST_NAMES = List.of("Sample", "Example", "Placeholder", "Specimen", "Mockley",
			"Demoworth");

	private static final List<String> PROFESSIONS = List.of("Family physician", "Nurse practitioner",
			"Family physician", "Physician assistant", "Family physician", "Internist", "Family physician",
			"Physician assistant", "Nurse practitioner", "Pediatrician");

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

	private final SiteRepository sites;

	private final ParticipantRepository participants;

	private final FocusGroupSessionRepository sessions;

	private final JdbcClient jdbc;

	private final Clock clock;

	SessionDemo(SiteRepository sites, ParticipantRepository participants, FocusGroupSessionRepository sessions,
			JdbcClient jdbc, Clock clock) {
		this.sites = sites;
		this.participants = participants;
		this.sessions = sessions;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void load(DemoStudy demo) {
		Map<String, Site> known = sites(demo);
		for (int number = 1; number <= GROUP * SESSIONS.size(); number++) {
			participant(demo, number, known);
		}
		for (int number = 1; number <= SESSIONS.size(); number++) {
			session(demo, number, known);
		}
	}

	private Map<String, Site> sites(DemoStudy demo) {
		Map<String, Site> known = new HashMap<>();
		SITES.forEach((key, name) -> {
			Site site = this.sites.saveAndFlush(new Site(demo.studyId(), name, ZONE));
			demo.put("site:" + key, site.id());
			known.put(key, site);
		});
		return known;
	}

	/** The first 32 in groups of eight by site, the others from all sites. */
	private void participant(DemoStudy demo, int number, Map<String, Site> known) {
		List<String> order = List.copyOf(SITES.keySet());
		int group = (number - 1) / GROUP;
		String site = order.get((group < order.size()) ? group : number % order.size());
		String profession = PROFESSIONS.get((number - 1) % PROFESSIONS.size());
		Participant participant = this.participants
			.saveAndFlush(new Participant(demo.studyId(), number, Objects.requireNonNull(known.get(site)), profession));
		demo.put("participant:" + participant.code(), participant.id());
		key(participant, name(number), MANAGERS.get(order.indexOf(site)));
	}

	private static String name(int number) {
		return FIRST_NAMES.get((number - 1) % FIRST_NAMES.size()) + " "
				+ LAST_NAMES.get((number - 1) / FIRST_NAMES.size());
	}

	private void key(Participant participant, String name, String manager) {
		boolean doctor = Set.of("Family physician", "Internist", "Pediatrician").contains(participant.profession());
		this.jdbc.sql(
				"insert into participant_key (participant_id, study_id, name, email, reports_to) values (?, ?, ?, ?, ?)")
			.params(participant.id(), participant.studyId(), (doctor ? "Dr. " : "") + name,
					name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@clinic.example", manager)
			.update();
	}

	private void session(DemoStudy demo, int number, Map<String, Site> known) {
		Held held = SESSIONS.get(number - 1);
		Site site = known.get(held.site());
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
		session.attendedBy(group);
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
