package org.projectthrive.session.names;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The names that must not stand in a session's words: of the roster, of the facilitators,
 * of the team, and of those to whom participants report. They are read, used and
 * forgotten.
 */
@Service
@Transactional(readOnly = true)
public class SessionNames {

	private final JdbcClient jdbc;

	SessionNames(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public KnownNames ofSession(Long studyId, Long sessionId) {
		List<Person> people = new ArrayList<>();
		List<String> places = new ArrayList<>();
		this.jdbc
			.sql("""
					select k.name, k.nickname, k.email, p.code as cover, case when sp.session_id is null then 1 else 2 end as near
					from participant p join participant_key k on k.participant_id = p.id
					left join session_participant sp on sp.participant_id = p.id and sp.session_id = :session
					where p.study_id = :study
					union all
					select person.name, '', person.email, '[' || case f.job when 'MODERATOR' then 'Moderator' else 'Note-taker' end
					    || case when row_number() over job > 1 then ' ' || row_number() over job else '' end || ']', 2
					from session_facilitator f join member m on m.id = f.member_id join person on person.id = m.person_id
					where f.session_id = :session and m.study_id = :study window job as (partition by f.job order by person.name)
					union all
					select person.name, '', person.email, '[team member]', 0
					from member m join person on person.id = m.person_id where m.study_id = :study
					union all
					select distinct k.reports_to, '', '', '[manager]', 0 from participant_key k
					where k.study_id = :study and k.reports_to <> ''
					union all
					select site.name, '', '', '', -1 from site where site.study_id = :study""")
			.param("study", studyId)
			.param("session", sessionId)
			.query((row) -> {
				if (row.getInt("near") < 0) {
					places.add(row.getString("name"));
				}
				else {
					people.add(new Person(row.getString("name"), row.getString("nickname"), row.getString("email"),
							row.getString("cover"), row.getInt("near")));
				}
			});
		return new KnownNames(List.copyOf(people), List.copyOf(places));
	}

	/**
	 * The same for words about the study as a whole, in which nobody is nearer than
	 * anybody else: a name that two people have is nobody's code there.
	 */
	public KnownNames ofStudy(Long studyId) {
		return new KnownNames(this.jdbc
			.sql("""
					select k.name, k.nickname, k.email as mail, p.code as cover, 2 as near
					from participant p join participant_key k on k.participant_id = p.id where p.study_id = :study
					union all
					select person.name, '', person.email, '[team member]', 2
					from member m join person on person.id = m.person_id where m.study_id = :study
					union all
					select distinct k.reports_to, '', '', '[manager]', 2 from participant_key k
					where k.study_id = :study and k.reports_to <> '' and not exists (
					    select from participant_key own where own.study_id = :study and lower(own.name) = lower(k.reports_to))""")
			.param("study", studyId)
			.query(Person.class)
			.list(), List.of());
	}

	/** Somebody on the roster, and whom that person reports to. */
	public KnownNames ofParticipant(Long studyId, Long participantId) {
		return new KnownNames(this.jdbc.sql("""
				select k.name, k.nickname, k.email as mail, p.code as cover, 2 as near
				from participant p join participant_key k on k.participant_id = p.id
				where p.study_id = :study and p.id = :participant
				union all
				select k.reports_to, '', '', '[manager]', 0 from participant_key k
				where k.study_id = :study and k.participant_id = :participant and k.reports_to <> ''""")
			.param("study", studyId)
			.param("participant", participantId)
			.query(Person.class)
			.list(), List.of());
	}

	/**
	 * Lets no name be learned until the end of the transaction, in which words are saved
	 * from which the names were taken that are known now; many may do so at once.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(Long studyId) {
		lock("pg_advisory_xact_lock_shared", studyId);
	}

	/**
	 * Lets nobody save words until the end of the transaction, in which a name that was
	 * learned is looked for in what is saved. Who holds a session holds the roster after
	 * it, so that is the order here, too: otherwise the two would wait for each other.
	 * @return the sessions of the study
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Long> change(Long studyId) {
		List<Long> sessions = this.jdbc
			.sql("select id from focus_group_session where study_id = ? order by id for no key update")
			.param(studyId)
			.query(Long.class)
			.list();
		lock("pg_advisory_xact_lock", studyId);
		this.jdbc.sql("""
				insert into names_learned (study_id, times) values (?, 1)
				on conflict (study_id) do update set times = names_learned.times + 1""").param(studyId).update();
		return sessions;
	}

	/**
	 * How often the roster has learned a name: while it is {@linkplain #hold held}, the
	 * same number means the same names.
	 */
	public int timesLearned(Long studyId) {
		return this.jdbc.sql("select times from names_learned where study_id = ?")
			.param(studyId)
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	private void lock(String function, Long studyId) {
		this.jdbc.sql("select 1 from (select " + function + "(hashtext('roster'), ?)) l")
			.param(studyId.intValue())
			.query(Integer.class)
			.single();
	}

	/** Takes the names out of what is typed in a session. */
	public NameCover cover(Long studyId, Long sessionId) {
		return ofSession(studyId, sessionId).cover();
	}

}
