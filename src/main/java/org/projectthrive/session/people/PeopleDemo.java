package org.projectthrive.session.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;

import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.session.consent.ConsentTexts;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the demo's participants agreed to, that they came, and when their talk was
 * recorded.
 */
@Component
@Order(52)
class PeopleDemo implements DemoPart {

	private static final String FACILITATOR = "facilitator@thrive.example";

	/** Who was there beside the participants, by session. */
	private static final Map<Integer, String> OTHERS = Map.of(1, "IT support, for the first minutes", 5,
			"Observer in training");

	private final ConsentTexts texts;

	private final JdbcClient jdbc;

	PeopleDemo(ConsentTexts texts, JdbcClient jdbc) {
		this.texts = texts;
		this.jdbc = jdbc;
	}

	@Override
	public void load(DemoStudy demo) {
		Long text = text(demo);
		for (int number = 1; number <= DemoStudy.SESSIONS.size(); number++) {
			Long session = demo.id("session:" + number);
			Times times = this.jdbc.sql("select started_at, ended_at from focus_group_session where id = ?")
				.param(session)
				.query(Times.class)
				.single();
			this.jdbc.sql("update session_participant set attended = true where session_id = ?")
				.param(session)
				.update();
			agree(demo, session, text, times.startedAt());
			record(demo, session, times.startedAt().plusSeconds(40), times.endedAt().minusSeconds(30));
			others(session, number);
		}
	}

	private Long text(DemoStudy demo) {
		demo.actAs(DemoMode.LEAD);
		Long id = this.texts.use(demo.studyId()).id();
		return this.jdbc
			.sql("""
					update consent_text set first_used_at = at, published_by = :lead from (select min(starts_at) - interval '14 days' as at
					    from focus_group_session where study_id = :study) early
					where id = :id returning id""")
			.param("lead", demo.id("person:" + DemoMode.LEAD))
			.param("study", demo.studyId())
			.param("id", id)
			.query(Long.class)
			.single();
	}

	/** Most have answered in writing two days before, each fourth by word at the door. */
	private void agree(DemoStudy demo, Long session, Long text, Instant start) {
		this.jdbc
			.sql("""
					insert into consent (study_id, participant_id, item, given, consent_text_id, how, recorded_by, recorded_at)
					select p.study_id, p.id, item.name, true, :text,
					    case when said.at_the_door then 'VERBAL' else 'WRITTEN' end, :facilitator,
					    case when said.at_the_door then cast(:start as timestamptz) - interval '3 minutes' else cast(:start as timestamptz) - interval '2 days' end
					from session_participant sp join participant p on p.id = sp.participant_id
					cross join (values (1, 'TAKE_PART'), (2, 'RECORDING'), (3, 'QUOTES')) item (place, name)
					cross join lateral (select substring(p.code from 2)::int % 4 = 0 as at_the_door) said
					where sp.session_id = :session order by p.id, item.place""")
			.param("text", text)
			.param("facilitator", demo.id("person:" + FACILITATOR))
			.param("start", Timestamp.from(start))
			.param("session", session)
			.update();
	}

	private void record(DemoStudy demo, Long session, Instant from, Instant until) {
		this.jdbc.sql("""
				insert into recording_mark (study_id, session_id, started_at, started_by, stopped_at, stopped_by)
				values (?, ?, ?, ?, ?, ?)""")
			.params(demo.studyId(), session, Timestamp.from(from), demo.id("person:" + FACILITATOR),
					Timestamp.from(until), demo.id("person:" + FACILITATOR))
			.update();
	}

	private void others(Long session, int number) {
		if (OTHERS.containsKey(number)) {
			this.jdbc.sql("update focus_group_session set others_present = 1, others_roles = ? where id = ?")
				.params(OTHERS.get(number), session)
				.update();
		}
	}

	private record Times(Instant startedAt, Instant endedAt) {
	}

}
