package org.projectthrive.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.Conflicts.Expected;
import org.projectthrive.session.Conflicts.Flag;
import org.projectthrive.session.FocusGroupSession.Job;
import org.projectthrive.session.Sessions.Facilitator;
import org.projectthrive.session.roster.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FocusGroupSessionTests {

	private static final Instant NOON = Instant.parse("2026-03-03T19:00:00Z");

	private static final Map<Long, Job> BOTH = Map.of(1L, Job.MODERATOR, 2L, Job.NOTE_TAKER);

	@ParameterizedTest
	@EnumSource(Stage.class)
	@DisplayName("S3 a debrief or a transcript never takes a session back, and never wakes one that was not held")
	void laterStageStays(Stage from) {
		FocusGroupSession session = at(from);

		boolean news = session.debriefed();

		assertThat(news).isEqualTo(from == Stage.HELD);
		assertThat(session.stage()).isEqualTo(news ? Stage.DEBRIEFED : from);
	}

	@Test
	@DisplayName("S2 a session does not start without a moderator and a note-taker")
	void startNeedsBothJobs() {
		FocusGroupSession session = new FocusGroupSession(1L, plan(Plan.Kind.MAKE_UP, 8), null,
				Map.of(1L, Job.MODERATOR, 2L, Job.MODERATOR));
		session.invite();

		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> session.start(7L, NOON))
			.withMessage("session.lacks.NOTE_TAKER");
	}

	@Test
	@DisplayName("S2 a session keeps the guide version that it started on")
	void keepsItsGuide() {
		FocusGroupSession session = at(Stage.IN_PROGRESS);

		session.end(NOON.plusSeconds(3600));

		assertThat(session.guideId()).isEqualTo(7L);
		assertThat(session.startedAt()).isEqualTo(NOON);
		assertThat(session.endedAt()).isEqualTo(NOON.plusSeconds(3600));
	}

	@Test
	@DisplayName("S2 the plan is frozen once a session has begun")
	void planIsFrozen() {
		FocusGroupSession session = at(Stage.IN_PROGRESS);

		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> session.plan(plan(Plan.Kind.MAKE_UP, 8), null, BOTH))
			.withMessage("session.plan.frozen");
	}

	@Test
	@DisplayName("S2 a site session has a site, and runs on the clock of the site")
	void siteSessionRunsOnTheClockOfItsSite() {
		Site site = new Site(1L, "Far East Clinic", "Asia/Tokyo");

		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> new FocusGroupSession(1L, plan(Plan.Kind.SITE, 8), null, BOTH))
			.withMessage("session.site.missing");
		assertThat(new FocusGroupSession(1L, plan(Plan.Kind.SITE, 8), site, BOTH).plan().zone())
			.isEqualTo("Asia/Tokyo");
	}

	@Test
	@DisplayName("S1 a session keeps its hour on the clock when the time zone of its site is put right")
	void keepsItsHourWhenTheSiteMoves() {
		Site site = new Site(1L, "Maple", "America/Denver");
		FocusGroupSession session = new FocusGroupSession(1L, plan(Plan.Kind.SITE, 8), site, BOTH);

		site.describe("Maple", "America/New_York");
		session.followSite();

		assertThat(session.plan().startsAt()).isEqualTo(NOON.minus(Duration.ofHours(2)));
		assertThat(LocalTime.ofInstant(session.plan().startsAt(), ZoneId.of(session.plan().zone())))
			.isEqualTo(LocalTime.NOON);
	}

	@Test
	@DisplayName("S2 a session expects no more than it has places, until people walk in")
	void capacityHoldsBeforeTheStart() {
		FocusGroupSession session = new FocusGroupSession(1L, plan(Plan.Kind.MAKE_UP, 2), null, BOTH);
		session.expect(Set.of(11L, 12L));

		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> session.expect(Set.of(13L)))
			.withMessage("session.capacity.full");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> session.plan(plan(Plan.Kind.MAKE_UP, 1), null, BOTH))
			.withMessage("session.capacity.below");
	}

	@Test
	@DisplayName("S8 once a session has begun nobody vanishes from its list, and late comers are added beyond its places")
	void nobodyVanishes() {
		FocusGroupSession session = new FocusGroupSession(1L, plan(Plan.Kind.MAKE_UP, 2), null, BOTH);
		session.expect(Set.of(11L, 12L));
		session.invite();
		session.start(7L, NOON);

		session.expect(Set.of(13L));

		assertThat(session.expected()).containsOnly(11L, 12L, 13L);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> session.expectNoMore(12L))
			.withMessage("session.participant.stays");
	}

	@Test
	@DisplayName("S2 a moderator in the reporting line and a manager in the same session are flagged")
	void reportingLinesAreFlagged() {
		List<Facilitator> facilitators = List.of(new Facilitator(1L, "Moira Moderator", "MODERATOR", "Moderator"),
				new Facilitator(2L, "Nick Notes", "NOTE_TAKER", "Note-taker"));
		List<Expected> people = List.of(person(1, "Boss Sample", ""), person(2, "Ann Example", " boss sample"),
				person(3, "Bob Example", "MOIRA MODERATOR"), person(4, "Cy Example", "Nick Notes"));

		assertThat(Conflicts.of(facilitators, people)).containsExactly(new Flag("session.flag.manager", "P02", "P01"),
				new Flag("session.flag.moderator", "P03", "Moira Moderator"));
	}

	@Test
	@DisplayName("S10 a bar says whether there are five to eight people")
	void fillKnowsItsTarget() {
		assertThat(new Fill(8, 4, 10, false)).matches(Fill::isOnTarget);
		assertThat(new Fill(8, 4, 10, true)).matches((fill) -> !fill.isOnTarget() && fill.peoplePercent() == 40);
		assertThat(new Fill(9, 0, 10, false)).matches((fill) -> !fill.isOnTarget());
	}

	private static Expected person(long id, String name, String reportsTo) {
		return new Expected(id, "P0" + id, "Internist", "Maple", false, name, reportsTo);
	}

	private static FocusGroupSession at(Stage stage) {
		FocusGroupSession session = new FocusGroupSession(1L, plan(Plan.Kind.MAKE_UP, 8), null, BOTH);
		List<Stage> way = (stage == Stage.CANCELLED) ? List.of(Stage.CANCELLED)
				: EnumSet.range(Stage.PLANNED, stage).stream().skip(1).toList();
		way.forEach((next) -> move(session, next));
		return session;
	}

	private static void move(FocusGroupSession session, Stage to) {
		switch (to) {
			case INVITED -> session.invite();
			case IN_PROGRESS -> session.start(7L, NOON);
			case HELD -> session.end(NOON);
			case DEBRIEFED -> session.debriefed();
			case TRANSCRIBED -> session.transcribed();
			case CLOSED -> session.close();
			case CANCELLED -> session.cancel();
			case PLANNED -> throw new IllegalArgumentException("Nothing leads back to the plan");
		}
	}

	private static Plan plan(Plan.Kind kind, int capacity) {
		Instant start = LocalDate.of(2026, 3, 3).atTime(12, 0).atZone(ZoneId.of("America/Denver")).toInstant();
		return new Plan("A session", kind, "America/Denver", start, 60, Plan.Setting.OVER_LUNCH, Plan.Format.VIDEO, "",
				capacity);
	}

}
