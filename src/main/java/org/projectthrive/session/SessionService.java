package org.projectthrive.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.guide.PublishedGuides;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.FocusGroupSession.Job;
import org.projectthrive.session.consent.ConsentTexts;
import org.projectthrive.session.roster.ParticipantService;
import org.projectthrive.session.roster.Site;
import org.projectthrive.session.roster.SiteMoved;
import org.projectthrive.session.roster.SiteService;
import org.projectthrive.study.Role;
import org.projectthrive.team.TeamMember;
import org.projectthrive.team.TeamService;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans sessions and moves them from stage to stage. */
@Service
@Transactional(readOnly = true)
class SessionService {

	private static final Logger log = LoggerFactory.getLogger(SessionService.class);

	private final FocusGroupSessionRepository sessions;

	private final SiteService sites;

	private final ParticipantService participants;

	private final TeamService team;

	private final PublishedGuides guides;

	private final ConsentTexts consent;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	private final Clock clock;

	SessionService(FocusGroupSessionRepository sessions, SiteService sites, ParticipantService participants,
			TeamService team, PublishedGuides guides, ConsentTexts consent, ApplicationEventPublisher events,
			AuditLog audit, Clock clock) {
		this.sessions = sessions;
		this.sites = sites;
		this.participants = participants;
		this.team = team;
		this.guides = guides;
		this.consent = consent;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/** Who can lead a session. */
	List<TeamMember> facilitators(Long studyId) {
		return this.team.members(studyId)
			.stream()
			.filter((member) -> member.roles().contains(Role.FACILITATOR) || member.roles().contains(Role.LEAD))
			.toList();
	}

	FocusGroupSession get(Long studyId, Long sessionId) {
		return this.sessions.ofStudy(studyId, sessionId).orElseThrow(() -> new NotFound("session " + sessionId));
	}

	@Transactional
	FocusGroupSession plan(Long studyId, SessionForm form) {
		Site site = site(studyId, form.siteId());
		FocusGroupSession session = this.sessions
			.saveAndFlush(new FocusGroupSession(studyId, form.plan(zone(site, form)), site, jobs(studyId, form)));
		this.audit.record(studyId, "session.planned", session.id());
		return session;
	}

	/** Refused when somebody else has changed the session since the form was opened. */
	@Transactional
	void change(Long studyId, Long sessionId, SessionForm form) {
		FocusGroupSession session = lock(studyId, sessionId);
		if (form.version() == null || form.version() != session.version()) {
			throw new ObjectOptimisticLockingFailureException(FocusGroupSession.class, sessionId);
		}
		Site site = site(studyId, form.siteId());
		session.plan(form.plan(zone(site, form)), site, jobs(studyId, form));
		this.audit.record(studyId, "session.changed", sessionId);
	}

	/** The row is locked first, so that the capacity holds however many add at once. */
	@Transactional
	void expect(Long studyId, Long sessionId, Set<Long> participantIds) {
		FocusGroupSession session = lock(studyId, sessionId);
		this.participants.requireOfStudy(studyId, participantIds);
		session.expect(participantIds);
		this.audit.record(studyId, "session.participants.added", sessionId);
	}

	@Transactional
	void expectNoMore(Long studyId, Long sessionId, Long participantId) {
		lock(studyId, sessionId).expectNoMore(participantId);
		this.audit.record(studyId, "session.participant.removed", sessionId);
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

	/** What has not begun keeps its hour on the clock of its site. */
	@EventListener
	@Transactional
	void follow(SiteMoved moved) {
		this.sessions.upcomingAt(moved.site()).forEach(FocusGroupSession::followSite);
	}

	private void move(Long studyId, Long sessionId, StageChange change, Consumer<FocusGroupSession> on) {
		on.accept(lock(studyId, sessionId));
		this.audit.record(studyId, change.audited(), sessionId);
		log.info("Session {} of study {}: {}", sessionId, studyId, change.audited());
	}

	private FocusGroupSession lock(Long studyId, Long sessionId) {
		return this.sessions.lock(studyId, sessionId).orElseThrow(() -> new NotFound("session " + sessionId));
	}

	private @Nullable Site site(Long studyId, @Nullable Long siteId) {
		return (siteId != null) ? this.sites.get(studyId, siteId) : null;
	}

	private static String zone(@Nullable Site site, SessionForm form) {
		return (site != null) ? site.zone() : form.zoneOrEmpty();
	}

	private Map<Long, Job> jobs(Long studyId, SessionForm form) {
		Set<Long> known = Set.copyOf(facilitators(studyId).stream().map(TeamMember::memberId).toList());
		Map<Long, Job> jobs = form.jobs();
		if (!known.containsAll(jobs.keySet())) {
			throw new NotFound("member");
		}
		return jobs;
	}

}
