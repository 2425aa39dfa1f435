package org.projectthrive.session;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.session.FocusGroupSession.Job;
import org.projectthrive.session.names.RosterWords;
import org.projectthrive.session.roster.ParticipantService;
import org.projectthrive.session.roster.Site;
import org.projectthrive.session.roster.SiteMoved;
import org.projectthrive.session.roster.SiteService;
import org.projectthrive.study.Role;
import org.projectthrive.team.TeamMember;
import org.projectthrive.team.TeamService;

import org.springframework.context.event.EventListener;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans sessions: when, where, who leads them and who is expected. */
@Service
@Transactional(readOnly = true)
class SessionService {

	private final FocusGroupSessionRepository sessions;

	private final SiteService sites;

	private final ParticipantService participants;

	private final TeamService team;

	private final RosterWords roster;

	private final AuditLog audit;

	SessionService(FocusGroupSessionRepository sessions, SiteService sites, ParticipantService participants,
			TeamService team, RosterWords roster, AuditLog audit) {
		this.sessions = sessions;
		this.sites = sites;
		this.participants = participants;
		this.team = team;
		this.roster = roster;
		this.audit = audit;
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
			.saveAndFlush(new FocusGroupSession(studyId, plan(studyId, form, site), site, jobs(studyId, form)));
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
		session.plan(plan(studyId, form, site), site, jobs(studyId, form));
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

	/** What has not begun keeps its hour on the clock of its site. */
	@EventListener
	@Transactional
	void follow(SiteMoved moved) {
		this.sessions.upcomingAt(moved.site()).forEach(FocusGroupSession::followSite);
	}

	private FocusGroupSession lock(Long studyId, Long sessionId) {
		return this.sessions.lock(studyId, sessionId).orElseThrow(() -> new NotFound("session " + sessionId));
	}

	private @Nullable Site site(Long studyId, @Nullable Long siteId) {
		return (siteId != null) ? this.sites.get(studyId, siteId) : null;
	}

	/** Everybody reads the title, so that it names nobody. */
	private Plan plan(Long studyId, SessionForm form, @Nullable Site site) {
		Plan plan = form.plan(zone(site, form));
		return plan.called(this.roster.cover(studyId).coveredNames(plan.title(), SessionForm.LONGEST_TITLE));
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
