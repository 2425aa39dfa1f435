package org.projectthrive.session.debrief;

import java.time.Clock;
import java.util.Optional;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.SessionLock;
import org.projectthrive.session.SessionStages;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Stage;
import org.projectthrive.session.marks.TypedWords;
import org.projectthrive.study.Membership;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the facilitators' debrief of a session; the first one moves the session on. */
@Service
@Transactional(readOnly = true)
class DebriefService {

	private final DebriefRepository debriefs;

	private final Sessions sessions;

	private final SessionStages stages;

	private final TypedWords typed;

	private final SessionLock lock;

	private final AuditLog audit;

	private final Clock clock;

	DebriefService(DebriefRepository debriefs, Sessions sessions, SessionStages stages, TypedWords typed,
			SessionLock lock, AuditLog audit, Clock clock) {
		this.debriefs = debriefs;
		this.sessions = sessions;
		this.stages = stages;
		this.typed = typed;
		this.lock = lock;
		this.audit = audit;
		this.clock = clock;
	}

	Optional<Debrief> find(Long studyId, Long sessionId) {
		return this.debriefs.ofSession(studyId, sessionId);
	}

	boolean isEditableBy(Membership me, Long sessionId) {
		return this.sessions.isOpenTo(me, sessionId);
	}

	/**
	 * Saves the debrief without names, unless somebody else has saved another one since
	 * it was read.
	 */
	@Transactional
	void write(Membership me, Long sessionId, DebriefForm entered) {
		Long studyId = me.study().id();
		this.sessions.openTo(me, sessionId);
		Stage stage = this.lock.lock(studyId, sessionId);
		if (!stage.isHeld()) {
			throw new RuleViolation("debrief.notHeld");
		}
		if (stage.isOver()) {
			throw new RuleViolation("session.over");
		}
		DebriefForm words = entered.covered(this.typed.covering(studyId, sessionId, "debrief:" + sessionId));
		Debrief debrief = find(studyId, sessionId).orElseGet(() -> new Debrief(studyId, sessionId));
		if (debrief.version() != words.version()) {
			requireSame(debrief, words);
			return;
		}
		debrief.write(words, me.personId(), this.clock.instant());
		save(debrief);
		this.audit.record(studyId, "debrief.written", sessionId);
		this.stages.debriefed(studyId, sessionId);
	}

	/** A second click sends what is stored already. */
	private static void requireSame(Debrief debrief, DebriefForm words) {
		if (!debrief.says(words)) {
			throw stale(debrief.sessionId());
		}
	}

	private void save(Debrief debrief) {
		try {
			this.debriefs.saveAndFlush(debrief);
		}
		catch (DataIntegrityViolationException ex) { // another first one, at the same
														// time
			throw stale(debrief.sessionId());
		}
	}

	private static ObjectOptimisticLockingFailureException stale(Long sessionId) {
		return new ObjectOptimisticLockingFailureException(Debrief.class, sessionId);
	}

}
