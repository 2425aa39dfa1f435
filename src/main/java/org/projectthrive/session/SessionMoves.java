package org.projectthrive.session;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.guide.PublishedGuides;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.consent.ConsentTexts;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves sessions from stage to stage. */
@Service
@Transactional(readOnly = true)
class SessionMoves {

	private static final Logger log = LoggerFactory.getLogger(SessionMoves.class);

	private final FocusGroupSessionRepository sessions;

	private final PublishedGuides guides;

	private final ConsentTexts consent;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	private final Clock clock;

	SessionMoves(FocusGroupSessionRepository sessions, PublishedGuides guides, ConsentTexts consent,
			ApplicationEventPublisher events, AuditLog audit, Clock clock) {
		this.sessions = sessions;
		this.guides = guides;
		this.consent = consent;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/** The consent text goes out with it, and its thresholds stay from now on. */
	@Transactional
	void invite(Long studyId, Long sessionId) {
		move(studyId, sessionId, StageChange.INVITE, FocusGroupSession::invite);
		this.consent.use(studyId);
	}

	/**
	 * No session starts without a published guide, a moderator and a note-taker; the
	 * newest guide is the one it runs on for good.
	 */
	@Transactional
	void start(Long studyId, Long sessionId) {
		move(studyId, sessionId, StageChange.START, (session) -> {
			session.requirePossible(StageChange.START);
			Long guideId = this.guides.findNewest(studyId)
				.orElseThrow(() -> new RuleViolation("session.lacks.guide"))
				.id();
			session.start(guideId, this.clock.instant());
		});
	}

	/** A recording that was not stopped by itself stops with it. */
	@Transactional
	void end(Long studyId, Long sessionId, Long personId) {
		Instant now = this.clock.instant();
		move(studyId, sessionId, StageChange.END, (session) -> session.end(now));
		this.events.publishEvent(new SessionEnded(studyId, sessionId, personId, now));
	}

	@Transactional
	void close(Long studyId, Long sessionId) {
		move(studyId, sessionId, StageChange.CLOSE, FocusGroupSession::close);
	}

	@Transactional
	void cancel(Long studyId, Long sessionId) {
		move(studyId, sessionId, StageChange.CANCEL, FocusGroupSession::cancel);
	}

	private void move(Long studyId, Long sessionId, StageChange change, Consumer<FocusGroupSession> on) {
		on.accept(this.sessions.lock(studyId, sessionId).orElseThrow(() -> new NotFound("session " + sessionId)));
		this.audit.record(studyId, change.audited(), sessionId);
		log.info("Session {} of study {}: {}", sessionId, studyId, change.audited());
	}

}
