package org.projectthrive.session.people;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.SessionLock;
import org.projectthrive.session.consent.Consents;
import org.projectthrive.session.names.RosterWords;
import org.projectthrive.study.Membership;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of those expected came, and what they said to the consent text at the door. A
 * session is held while this is written, as it is while its recording is started: one of
 * the two sees the other.
 */
@Service
@Transactional(readOnly = true)
class CheckIn {

	private static final String NEWEST = "(select c.given from consent c where c.participant_id = p.id and c.item = '%s' "
			+ "order by c.id desc limit 1)";

	private final SessionLock lock;

	private final Consents consents;

	private final RosterWords roster;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	CheckIn(SessionLock lock, Consents consents, RosterWords roster, JdbcClient jdbc, AuditLog audit) {
		this.lock = lock;
		this.consents = consents;
		this.roster = roster;
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** Ticks and unticks; who is in neither stays as they are. */
	@Transactional
	void attended(Membership me, Long sessionId, Set<Long> came, Set<Long> absent) {
		Long studyId = me.study().id();
		if (!this.lock.lock(studyId, sessionId).isAttended()) {
			throw new RuleViolation("session.attendance.closed");
		}
		mark(sessionId, absent, false);
		mark(sessionId, came, true);
		requireConsent(sessionId, came);
		this.audit.record(studyId, "session.attendance.recorded", sessionId);
	}

	/** Records an answer; with a check-in, both or nothing. */
	@Transactional
	void answered(Membership me, Long sessionId, Long participantId, ConsentForm form) {
		Long studyId = me.study().id();
		this.consents.prepare(studyId);
		this.lock.lock(studyId, sessionId);
		requireExpected(sessionId, participantId);
		this.consents.add(studyId, participantId, form.answers(), form.how(), me.personId());
		if (form.here()) {
			attended(me, sessionId, Set.of(participantId), Set.of());
		}
	}

	/** Who else was in the room: how many, and as what; never a name. */
	@Transactional
	void others(Membership me, Long sessionId, OthersForm form) {
		Long studyId = me.study().id();
		if (!this.lock.lock(studyId, sessionId).isAttended()) {
			throw new RuleViolation("session.attendance.closed");
		}
		this.jdbc
			.sql("update focus_group_session set others_present = ?, others_roles = ? where study_id = ? and id = ?")
			.params(form.othersPresent(),
					this.roster.cover(studyId).coveredNames(form.othersRoles(), OthersForm.LONGEST), studyId, sessionId)
			.update();
		this.audit.record(studyId, "session.others.recorded", sessionId);
	}

	private void mark(Long sessionId, Collection<Long> participants, boolean attended) {
		if (participants.isEmpty()) {
			return;
		}
		int marked = this.jdbc.sql(
				"update session_participant set attended = :attended where session_id = :session and participant_id in (:ids)")
			.param("attended", attended)
			.param("session", sessionId)
			.param("ids", participants)
			.update();
		if (marked != participants.size()) {
			throw new NotFound("participants of session " + sessionId);
		}
	}

	private void requireExpected(Long sessionId, Long participantId) {
		boolean expected = this.jdbc
			.sql("select exists (select from session_participant where session_id = ? and participant_id = ?)")
			.params(sessionId, participantId)
			.query(Boolean.class)
			.single();
		if (!expected) {
			throw new NotFound("participant " + participantId + " of session " + sessionId);
		}
	}

	/**
	 * Nobody is checked in who has said no to taking part, nor, while a recording runs,
	 * who has not agreed to it.
	 */
	private void requireConsent(Long sessionId, Set<Long> came) {
		if (came.isEmpty()) {
			return;
		}
		refuse(codes(came, "not coalesce(" + NEWEST.formatted("TAKE_PART") + ", true)", sessionId),
				"session.attendance.against");
		refuse(codes(came,
				"not coalesce(" + NEWEST.formatted("RECORDING") + ", false) and exists (select from "
						+ "recording_mark r where r.session_id = :session and r.stopped_at is null)",
				sessionId), "session.attendance.recorded.against");
	}

	private List<String> codes(Set<Long> participants, String condition, Long sessionId) {
		return this.jdbc
			.sql("select p.code from participant p where p.id in (:ids) and " + condition + " order by p.code")
			.param("ids", participants)
			.param("session", sessionId)
			.query(String.class)
			.list();
	}

	private static void refuse(List<String> codes, String messageKey) {
		if (!codes.isEmpty()) {
			throw new RuleViolation(messageKey, String.join(", ", codes));
		}
	}

}
