package org.projectthrive.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.study.Membership;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Focus-group sessions as later steps read them: who came (as codes), what was asked,
 * what was noted.
 */
@Service
@Transactional(readOnly = true)
public class Sessions {

	private static final String SELECT = """
			select s.id, s.title, s.kind, site.name as site, s.zone, s.starts_at, s.minutes, s.stage, s.guide_id
			from focus_group_session s left join site on site.id = s.site_id""";

	private static final String OWN = " and (? or (? and exists (select from session_facilitator f "
			+ "where f.session_id = s.id and f.member_id = ?)))";

	private final JdbcClient jdbc;

	Sessions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All sessions but the cancelled ones, in the order in which they were held. */
	public List<SessionRow> ofStudy(Long studyId) {
		return this.jdbc
			.sql(SELECT + " where s.study_id = ? and s.stage <> 'CANCELLED' order by s.starts_at, s.id limit 200")
			.param(studyId)
			.query(SessionRow.class)
			.list();
	}

	public SessionRow get(Long studyId, Long sessionId) {
		return row(studyId, sessionId, "").orElseThrow(() -> new NotFound("session " + sessionId));
	}

	/**
	 * A session for who may see its names and uploads and run it: the lead, and its own
	 * facilitators. For everybody else it is not there.
	 */
	public SessionRow openTo(Membership member, Long sessionId) {
		return ofMember(member, sessionId, member.isLead());
	}

	/**
	 * A session for who may read what was said: analysts and the lead that of every
	 * session, facilitators that of their own. For everybody else it is not there.
	 */
	public SessionRow readableTo(Membership member, Long sessionId) {
		return ofMember(member, sessionId, member.isLead() || member.isAnalyst());
	}

	/**
	 * Whether a session {@linkplain #openTo is open} to somebody: for what a page offers.
	 */
	public boolean isOpenTo(Membership member, Long sessionId) {
		return find(member, sessionId, member.isLead()).isPresent();
	}

	/**
	 * Whether words are as they were spoken: no thought or observation of the note-taker.
	 * @param noteKind of the note, or null for words of a turn
	 */
	public static boolean isSaid(@Nullable String noteKind) {
		return noteKind == null || noteKind.equals("QUOTE");
	}

	/** The codes of those who were expected or came. */
	public List<ParticipantCode> participants(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select p.id, p.code, p.profession, sp.attended from session_participant sp
				join participant p on p.id = sp.participant_id
				where p.study_id = ? and sp.session_id = ? order by length(p.code), p.code""")
			.params(studyId, sessionId)
			.query(ParticipantCode.class)
			.list();
	}

	/** The professions of those who came, by session. */
	public Map<Long, Set<String>> professions(Long studyId) {
		Map<Long, Set<String>> professions = new HashMap<>();
		this.jdbc.sql("""
				select distinct sp.session_id, p.profession from session_participant sp
				join participant p on p.id = sp.participant_id
				where p.study_id = ? and sp.attended and p.profession <> '' order by p.profession limit 5000""")
			.param(studyId)
			.query((row) -> {
				professions.computeIfAbsent(row.getLong(1), (session) -> new TreeSet<>()).add(row.getString(2));
			});
		return professions;
	}

	/**
	 * Everybody on the study's roster under the code that stands for them, the session's
	 * own people first: for taking names out of a transcript. Only for those to whom the
	 * session {@linkplain #openTo is open}.
	 */
	public List<RosterName> roster(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select p.id as participant_id, p.code, k.name, sp.session_id is not null as in_session
				from participant p join participant_key k on k.participant_id = p.id
				left join session_participant sp on sp.participant_id = p.id and sp.session_id = ?
				where p.study_id = ? order by 4 desc, p.code""")
			.params(sessionId, studyId)
			.query(RosterName.class)
			.list();
	}

	public List<Facilitator> facilitators(Long sessionId) {
		return this.jdbc.sql("""
				select f.member_id, person.name, f.job,
				    case f.job when 'MODERATOR' then 'Moderator' else 'Note-taker' end
				    || case when row_number() over job > 1 then ' ' || row_number() over job else '' end as label
				from session_facilitator f join member m on m.id = f.member_id join person on person.id = m.person_id
				where f.session_id = ? window job as (partition by f.job order by person.name)
				order by f.job, person.name""").param(sessionId).query(Facilitator.class).list();
	}

	public List<UnscriptedQuestion> unscriptedQuestions(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select id, session_id, wording from unscripted_question
				where study_id = ? and session_id = ? order by id""")
			.params(studyId, sessionId)
			.query(UnscriptedQuestion.class)
			.list();
	}

	/**
	 * The live notes of a session, in the order in which they were saved; speakers are
	 * codes.
	 */
	public List<NoteRow> notes(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select n.id, n.session_id, n.question_id, n.unscripted_question_id, n.kind, n.speaker, n.text,
				       n.author_id, n.version, n.seq, n.created_at
				from note n where n.study_id = ? and n.session_id = ? order by n.seq limit 2000""")
			.params(studyId, sessionId)
			.query(NoteRow.class)
			.list();
	}

	private SessionRow ofMember(Membership member, Long sessionId, boolean always) {
		return find(member, sessionId, always).orElseThrow(() -> new NotFound("session " + sessionId));
	}

	private Optional<SessionRow> find(Membership member, Long sessionId, boolean always) {
		return row(member.study().id(), sessionId, OWN, always, member.isFacilitator(), member.memberId());
	}

	private Optional<SessionRow> row(Long studyId, Long sessionId, String condition, Object... parameters) {
		return this.jdbc.sql(SELECT + " where s.study_id = ? and s.id = ?" + condition)
			.param(studyId)
			.param(sessionId)
			.params(parameters)
			.query(SessionRow.class)
			.optional();
	}

	/**
	 * A session in a list.
	 *
	 * @param kind SITE or MAKE_UP
	 * @param site null when it is pooled over sites
	 * @param stage PLANNED, INVITED, IN_PROGRESS, HELD, DEBRIEFED, TRANSCRIBED, CLOSED or
	 * CANCELLED
	 */
	public record SessionRow(Long id, String title, String kind, @Nullable String site, String zone, Instant startsAt,
			int minutes, String stage, @Nullable Long guideId) {

		/** Has taken place, so that it can be analysed. */
		public boolean isHeld() {
			return List.of("HELD", "DEBRIEFED", "TRANSCRIBED", "CLOSED").contains(this.stage);
		}

	}

	/** A participant as analysis knows one. */
	public record ParticipantCode(Long id, String code, String profession, boolean attended) {
	}

	/** A participant's name behind the code. */
	public record RosterName(Long participantId, String code, String name, boolean inSession) {
	}

	/**
	 * Who leads a session.
	 *
	 * @param job MODERATOR or NOTE_TAKER
	 * @param label what stands for the name: Moderator, Note-taker, Note-taker 2
	 */
	public record Facilitator(Long memberId, String name, String job, String label) {
	}

	/** A question that nobody had planned. */
	public record UnscriptedQuestion(Long id, Long sessionId, String wording) {
	}

	/** A live note: QUOTE, PARAPHRASE, NON_VERBAL or OWN_IDEA. */
	public record NoteRow(UUID id, Long sessionId, @Nullable Long questionId, @Nullable Long unscriptedQuestionId,
			String kind, @Nullable String speaker, String text, Long authorId, int version, long seq,
			Instant createdAt) {
	}

}
