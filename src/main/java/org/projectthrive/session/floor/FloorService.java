package org.projectthrive.session.floor;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.platform.live.Signals;
import org.projectthrive.session.SessionSubject;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.floor.Changes.Floor;
import org.projectthrive.session.floor.FloorRepository.TopicId;
import org.projectthrive.session.names.SessionNames;
import org.projectthrive.session.notes.LiveSessions;
import org.projectthrive.study.Membership;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts questions on the floor, one at a time, so that the time used for each comes out of
 * what was done.
 */
@Service
@Transactional(readOnly = true)
class FloorService {

	private final FloorRepository floor;

	private final Sessions sessions;

	private final LiveSessions live;

	private final SessionNames names;

	private final AuditLog audit;

	private final Signals signals;

	FloorService(FloorRepository floor, Sessions sessions, LiveSessions live, SessionNames names, AuditLog audit,
			Signals signals) {
		this.floor = floor;
		this.sessions = sessions;
		this.live = live;
		this.names = names;
		this.audit = audit;
		this.signals = signals;
	}

	/** The question that is there already stays, with the time at which it came. */
	@Transactional
	Floor set(Membership me, Long sessionId, String key) {
		Long studyId = me.study().id();
		lock(me, sessionId);
		if (!this.live.get(studyId, sessionId).isRunning()) {
			throw new RuleViolation("floor.notRunning");
		}
		TopicId topic = topic(studyId, sessionId, key);
		return this.floor.current(sessionId)
			.filter((current) -> current.topic().equals(topic.key()))
			.orElseGet(() -> move(me, sessionId, topic));
	}

	/** For a change: whoever else changes this session waits. */
	void lock(Membership me, Long sessionId) {
		this.sessions.openTo(me, sessionId);
		this.names.hold(me.study().id()); // before it: whoever learns a name changes this
											// session, too
		if (!this.floor.lock(me.study().id(), sessionId)) {
			throw new NotFound("session " + sessionId);
		}
	}

	TopicId topic(Long studyId, Long sessionId, String key) {
		return this.floor.topic(studyId, sessionId, key).orElseThrow(() -> new Flaw("topic", "floor.topic.foreign"));
	}

	private Floor move(Membership me, Long sessionId, TopicId topic) {
		Long studyId = me.study().id();
		this.floor.leave(sessionId);
		this.floor.enter(studyId, sessionId, topic, me.personId());
		this.audit.record(studyId, "floor.set", sessionId);
		this.signals.changed(SessionSubject.NAME, studyId, sessionId);
		return this.floor.current(sessionId).orElseThrow();
	}

}
