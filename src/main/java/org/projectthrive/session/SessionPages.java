package org.projectthrive.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.projectthrive.guide.PublishedGuides;
import org.projectthrive.session.Conflicts.Expected;
import org.projectthrive.session.Conflicts.Flag;
import org.projectthrive.session.SessionPage.Candidate;
import org.projectthrive.study.Membership;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads sessions for the screen: the list by site, and one session with its people. */
@Service
@Transactional(readOnly = true)
class SessionPages {

	private final SessionService service;

	private final Sessions sessions;

	private final PublishedGuides guides;

	private final BeforeStart beforeStart;

	private final JdbcClient jdbc;

	SessionPages(SessionService service, Sessions sessions, PublishedGuides guides, BeforeStart beforeStart,
			JdbcClient jdbc) {
		this.service = service;
		this.sessions = sessions;
		this.guides = guides;
		this.beforeStart = beforeStart;
		this.jdbc = jdbc;
	}

	/** Every site with its sessions in the order of time, and the pooled ones. */
	List<SiteSessions> bySite(Membership me) {
		Long studyId = me.study().id();
		List<Row> rows = rows(studyId, me.memberId());
		List<SiteSessions> groups = new ArrayList<>(this.jdbc.sql("""
				select id, name, zone, (select count(*) from participant p where p.site_id = site.id) as participants
				from site where study_id = ? order by lower(name)""")
			.param(studyId)
			.query((result, n) -> new SiteSessions(result.getLong("id"), result.getString("name"),
					result.getString("zone"), result.getInt("participants"), at(result.getLong("id"), rows)))
			.list());
		List<Row> pooled = at(null, rows);
		if (!pooled.isEmpty()) {
			groups.add(new SiteSessions(null, null, null, 0, pooled));
		}
		return groups;
	}

	/** Per site and profession: how many there are, are expected, came. */
	List<Planned> planner(Long studyId) {
		return this.jdbc.sql("""
				select site.name as site, p.profession, count(*) as participants,
				  count(*) filter (where exists (select from session_participant sp
				    join focus_group_session s on s.id = sp.session_id
				    where sp.participant_id = p.id and s.stage <> 'CANCELLED')) as expected,
				  count(*) filter (where exists (select from session_participant sp
				    join focus_group_session s on s.id = sp.session_id
				    where sp.participant_id = p.id and sp.attended and s.stage <> 'CANCELLED')) as attended
				from participant p join site on site.id = p.site_id
				where p.study_id = ? group by site.name, p.profession order by lower(site.name), p.profession""")
			.param(studyId)
			.query(Planned.class)
			.list();
	}

	SessionPage page(Membership me, Long sessionId) {
		FocusGroupSession session = this.service.get(me.study().id(), sessionId);
		boolean open = this.sessions.isOpenTo(me, sessionId);
		List<Sessions.Facilitator> facilitators = this.sessions.facilitators(sessionId);
		List<Expected> people = people(session, open);
		return new SessionPage(session, open, facilitators, people, written(sessionId), guideNumber(session),
				(open && !session.stage().isHeld()) ? flags(session, facilitators, people) : List.of(),
				(open && session.stage().isUpcoming()) ? this.beforeStart.lacks(session) : List.of(),
				(me.isLead() && !session.stage().isOver()) ? candidates(session) : List.of());
	}

	private List<Row> rows(Long studyId, Long memberId) {
		return this.jdbc.sql("""
				select s.id, s.title, s.kind, s.site_id, s.zone, s.starts_at, s.minutes, s.stage, s.setting, s.format,
				  s.capacity, count(sp.participant_id) as expected, count(*) filter (where sp.attended) as attended,
				  exists (select from session_facilitator f where f.session_id = s.id and f.member_id = ?) as mine
				from focus_group_session s left join session_participant sp on sp.session_id = s.id
				where s.study_id = ? group by s.id order by s.starts_at, s.id limit 500""")
			.params(memberId, studyId)
			.query(Row.class)
			.list();
	}

	private static List<Row> at(@Nullable Long siteId, List<Row> rows) {
		return rows.stream().filter((row) -> Objects.equals(row.siteId(), siteId)).toList();
	}

	/** Names are not even read for those who may not see them. */
	private List<Expected> people(FocusGroupSession session, boolean open) {
		return this.jdbc.sql("""
				select p.id, p.code, p.profession, site.name as site, sp.attended, k.name, k.reports_to
				from session_participant sp join participant p on p.id = sp.participant_id
				join site on site.id = p.site_id
				left join participant_key k on k.participant_id = p.id and ?
				where p.study_id = ? and sp.session_id = ? order by length(p.code), p.code""")
			.params(open, session.studyId(), session.id())
			.query(Expected.class)
			.list();
	}

	private SessionPage.Written written(Long sessionId) {
		return this.jdbc.sql("""
				select (select count(*) from note where session_id = :session) as notes,
				  exists (select from debrief where session_id = :session) as debrief""")
			.param("session", sessionId)
			.query(SessionPage.Written.class)
			.single();
	}

	private @Nullable Integer guideNumber(FocusGroupSession session) {
		Long guideId = session.guideId();
		return (guideId != null) ? this.guides.get(session.studyId(), guideId).number() : null;
	}

	private List<Flag> flags(FocusGroupSession session, List<Sessions.Facilitator> facilitators,
			List<Expected> people) {
		List<Flag> flags = new ArrayList<>(doubleBooked(session));
		flags.addAll(Conflicts.of(facilitators, people));
		return flags;
	}

	private List<Flag> doubleBooked(FocusGroupSession session) {
		return this.jdbc.sql("""
				select 'session.flag.doubleBooked' as key, person.name as who, other.title as with
				from session_facilitator mine
				join session_facilitator f on f.member_id = mine.member_id and f.session_id <> mine.session_id
				join focus_group_session s on s.id = mine.session_id
				join focus_group_session other on other.id = f.session_id
				join member m on m.id = f.member_id join person on person.id = m.person_id
				where s.study_id = ? and s.id = ? and other.stage <> 'CANCELLED'
				  and other.starts_at < s.starts_at + make_interval(mins => s.minutes)
				  and s.starts_at < other.starts_at + make_interval(mins => other.minutes)
				order by person.name, other.starts_at""")
			.params(session.studyId(), session.id())
			.query(Flag.class)
			.list();
	}

	private List<Candidate> candidates(FocusGroupSession session) {
		return this.jdbc
			.sql("""
					select p.id, p.code, p.profession, p.site_id, site.name as site, k.name,
					  coalesce(bool_or(sp.attended), false) as came, count(s.id) filter (where s.stage <> 'CANCELLED') as sessions,
					  coalesce(bool_or(not sp.attended and s.ended_at is not null), false) as missed
					from participant p join site on site.id = p.site_id
					left join participant_key k on k.participant_id = p.id
					left join session_participant sp on sp.participant_id = p.id
					left join focus_group_session s on s.id = sp.session_id
					where p.study_id = ? and not exists (
					  select from session_participant here where here.participant_id = p.id and here.session_id = ?)
					group by p.id, site.name, k.name order by length(p.code), p.code limit 2000""")
			.params(session.studyId(), session.id())
			.query(Candidate.class)
			.list();
	}

	/** A site, or the pooled sessions when its id is null, with the sessions there. */
	record SiteSessions(@Nullable Long siteId, @Nullable String site, @Nullable String zone, int participants,
			List<Row> sessions) {
	}

	/** A session in the list. */
	record Row(Long id, String title, String kind, @Nullable Long siteId, String zone, Instant startsAt, int minutes,
			Stage stage, String setting, String format, int capacity, int expected, int attended, boolean mine) {

		public Fill fill() {
			return new Fill(this.expected, this.attended, this.capacity, this.stage.isHeld());
		}

	}

	/** A line of the planner. */
	record Planned(String site, String profession, int participants, int expected, int attended) {
	}

}
