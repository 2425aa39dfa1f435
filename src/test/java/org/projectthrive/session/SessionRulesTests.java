package org.projectthrive.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.projectthrive.session.roster.Participant;
import org.projectthrive.session.roster.Site;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be done with a session in which stage. */
@ThriveTest
class SessionRulesTests extends SessionExamples {

	/** Each action: from which stages it is possible, and the words of the rule. */
	private static final Map<String, Rule> RULES = Map.ofEntries(
			rule("/invitation", "Only a planned session can be marked as invited", Stage.PLANNED),
			rule("/start", "A session starts once", Stage.INVITED),
			rule("/end", "Only a session in progress can end", Stage.IN_PROGRESS),
			rule("/debrief", "", Stage.HELD, Stage.DEBRIEFED, Stage.TRANSCRIBED),
			rule("/closing", "A session is closed after its debrief or its transcript", Stage.DEBRIEFED,
					Stage.TRANSCRIBED),
			rule("/cancellation", "A session that has begun cannot be cancelled", Stage.PLANNED, Stage.INVITED),
			rule("/attendance", "Attendance is ticked from the invitation", Stage.INVITED, Stage.IN_PROGRESS,
					Stage.HELD, Stage.DEBRIEFED, Stage.TRANSCRIBED),
			rule("/others", "Attendance is ticked from the invitation", Stage.INVITED, Stage.IN_PROGRESS, Stage.HELD,
					Stage.DEBRIEFED, Stage.TRANSCRIBED),
			rule("/recording/start", "only while the session is in progress", Stage.IN_PROGRESS),
			rule("/recording/stop", "No recording is marked as running"),
			rule("", "The plan of a session cannot change", Stage.PLANNED, Stage.INVITED));

	static Stream<Arguments> pairs() {
		return RULES.keySet()
			.stream()
			.sorted()
			.flatMap((action) -> Stream.of(Stage.values()).map((stage) -> Arguments.of(action, stage)));
	}

	@ParameterizedTest(name = "{0} when {1}")
	@MethodSource("pairs")
	@DisplayName("S3 every action is possible in its stages; in all others the rule answers and no row changes")
	void actionsFollowTheRules(String action, Stage stage) {
		TestStudy study = this.studies.fresh();
		Site site = this.sites.add(study.id(), "Maple", "America/Denver");
		Participant person = participant(study, site, "Juniper Sample", "");
		Long session = planned(study, site);
		expect(study, session, person);
		Long guide = guide(study, 1);
		agree(study, person);
		this.jdbc.sql("update focus_group_session set stage = ?, guide_id = ? where id = ?")
			.params(stage.name(), guide, session)
			.update();
		this.jdbc.sql("update session_participant set attended = true where session_id = ?").param(session).update();
		Rule rule = Rule.of(action);
		String before = rows(study);

		MvcTestResult answer = send(study, site, session, action).exchange();

		if (rule.from().contains(stage)) {
			assertThat(answer).hasStatus3xxRedirection();
			assertThat(rows(study)).isNotEqualTo(before);
		}
		else {
			assertThat(answer).hasStatus(HttpStatus.CONFLICT).bodyText().contains(rule.words());
			assertThat(rows(study)).isEqualTo(before);
		}
	}

	@Test
	@DisplayName("S3 what is missing before a start is said with a way to mend it, and starting is not offered")
	void startSaysWhatIsMissing() {
		TestStudy study = this.studies.fresh();
		Long session = planned(study, this.sites.add(study.id(), "Maple", "America/Denver"));
		String path = study.path("/sessions/" + session);
		this.moves.invite(study.id(), session);
		this.jdbc.sql("delete from session_facilitator where session_id = ? and job = 'NOTE_TAKER'")
			.param(session)
			.update();

		assertThat(this.mvc.get().uri(path).with(study.as(Role.LEAD))).bodyText()
			.contains("needs a note-taker", path + "/edit", "Publish the question guide first", study.path("/guide"))
			.doesNotContain(path + "/start");
		assertThat(this.mvc.get().uri(path).with(study.as(Role.FACILITATOR))).bodyText()
			.contains("needs a note-taker")
			.doesNotContain(path + "/edit", path + "/start");
		assertThat(this.mvc.get().uri(path + "/live").with(study.as(Role.LEAD))).bodyText()
			.contains("needs a note-taker", path + "/edit", "Publish the question guide first", study.path("/guide"))
			.doesNotContain(path + "/start");
		guide(study, 1);
		assertThat(post(study, "/sessions/" + session + "/start")).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("needs a note-taker");
		this.jdbc.sql("insert into session_facilitator (session_id, member_id, job) values (?, ?, 'NOTE_TAKER')")
			.params(session, study.memberId(Role.LEAD))
			.update();
		assertThat(this.mvc.get().uri(path).with(study.as(Role.LEAD))).bodyText().contains(path + "/start");
		assertThat(this.mvc.get().uri(path + "/live").with(study.as(Role.LEAD))).bodyText().contains(path + "/start");
	}

	@Test
	@DisplayName("S3 the live page of a session that is only planned says that it is marked as invited first")
	void livePageOfPlannedSaysSo() {
		TestStudy study = this.studies.fresh();
		Long session = planned(study, this.sites.add(study.id(), "Maple", "America/Denver"));
		guide(study, 1);

		assertThat(this.mvc.get().uri(study.path("/sessions/" + session + "/live")).with(study.as(Role.LEAD)))
			.bodyText()
			.contains("Mark it as invited first")
			.doesNotContain("/start\"");
	}

	@Test
	@DisplayName("S3 eight people who start or end a session at once do it once")
	void startsAndEndsOnce() throws Exception {
		TestStudy study = this.studies.fresh();
		Long session = planned(study, this.sites.add(study.id(), "Maple", "America/Denver"));
		guide(study, 1);
		this.moves.invite(study.id(), session);

		assertThat(atOnce(study, "/sessions/" + session + "/start")).containsOnlyOnce(302).contains(409).hasSize(8);
		assertThat(atOnce(study, "/sessions/" + session + "/end")).containsOnlyOnce(302).contains(409).hasSize(8);

		assertThat(this.jdbc.sql(
				"select action from audit_event where study_id = ? and action in ('session.started', 'session.ended') order by id")
			.param(study.id())
			.query(String.class)
			.list()).containsExactly("session.started", "session.ended");
	}

	private List<Integer> atOnce(TestStudy study, String path) throws Exception {
		Callable<Integer> task = () -> post(study, path).exchange().getResponse().getStatus();
		return inEightThreads(List.of(task, task, task, task, task, task, task, task));
	}

	private MockMvcRequestBuilder send(TestStudy study, Site site, Long session, String action) {
		MockMvcRequestBuilder request = post(study, "/sessions/" + session + action);
		return switch (action) {
			case "/debrief" -> request.param("topThemes", "Time").param("version", "-1");
			case "/others" -> request.param("othersPresent", "2").param("othersRoles", "IT support");
			case "" -> plan(request, "SITE").param("siteId", site.id().toString())
				.param("title", "Another title")
				.param("version", String.valueOf(this.sessions.get(study.id(), session).version()));
			default -> request;
		};
	}

	private void agree(TestStudy study, Participant person) {
		Long text = this.studies.insert("""
				insert into consent_text (study_id, number, words, counts_under, quotes_under, published_at)
				values (?, 1, 'Text', 5, 10, now()) returning id""", study.id());
		this.jdbc
			.sql("""
					insert into consent (study_id, participant_id, item, given, consent_text_id, how, recorded_at)
					select ?, ?, item, true, ?, 'WRITTEN', now() from unnest(array['TAKE_PART', 'RECORDING', 'QUOTES']) item""")
			.params(study.id(), person.id(), text)
			.update();
	}

	/** All that an action could have written. */
	private String rows(TestStudy study) {
		return this.jdbc.sql("""
				select concat((select json_agg(s order by s.id) from focus_group_session s where s.study_id = :study),
				    (select json_agg(sp) from session_participant sp join focus_group_session s on s.id = sp.session_id
				        where s.study_id = :study),
				    (select json_agg(d) from debrief d where d.study_id = :study),
				    (select json_agg(r) from recording_mark r where r.study_id = :study),
				    (select count(*) from audit_event e where e.study_id = :study))""")
			.param("study", study.id())
			.query(String.class)
			.single();
	}

	private static Map.Entry<String, Rule> rule(String action, String words, Stage... from) {
		Set<Stage> stages = EnumSet.noneOf(Stage.class);
		stages.addAll(List.of(from));
		return Map.entry(action, new Rule(words, stages));
	}

	private record Rule(String words, Set<Stage> from) {

		static Rule of(String action) {
			return Objects.requireNonNull(RULES.get(action));
		}

	}

}
