package org.projectthrive.session.roster;

import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The participants of a study, and the key from their codes to their names. */
@Service
@Transactional(readOnly = true)
public class ParticipantService {

	private static final Logger log = LoggerFactory.getLogger(ParticipantService.class);

	private final ParticipantRepository participants;

	private final SiteService sites;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	ParticipantService(ParticipantRepository participants, SiteService sites, JdbcClient jdbc,
			ApplicationEventPublisher events, AuditLog audit) {
		this.participants = participants;
		this.sites = sites;
		this.jdbc = jdbc;
		this.events = events;
		this.audit = audit;
	}

	/** Those of one site, or all when none is named, as codes in their order. */
	List<ParticipantRow> ofStudy(Long studyId, @Nullable Long siteId) {
		return this.jdbc.sql("""
				select p.id, p.code, p.profession, site.name as site,
				  (select count(*) from session_participant sp where sp.participant_id = p.id) as sessions
				from participant p join site on site.id = p.site_id
				where p.study_id = :study and (cast(:site as bigint) is null or p.site_id = :site)
				order by length(p.code), p.code limit 2000""")
			.param("study", studyId)
			.param("site", siteId)
			.query(ParticipantRow.class)
			.list();
	}

	/** Who is behind the codes: for the lead only. */
	List<KeyRow> keys(Long studyId) {
		return this.jdbc.sql("""
				select p.id, p.code, k.name, k.nickname, k.email, k.reports_to
				from participant p join participant_key k on k.participant_id = p.id
				where p.study_id = ? order by length(p.code), p.code limit 2000""")
			.param(studyId)
			.query(KeyRow.class)
			.list();
	}

	/** Refuses ids of which one is none of the study's participants. */
	public void requireOfStudy(Long studyId, Set<Long> participantIds) {
		if (this.participants.idsOfStudy(studyId, participantIds).size() != participantIds.size()) {
			throw new NotFound("participants");
		}
	}

	Participant get(Long studyId, Long participantId) {
		return this.participants.ofStudy(studyId, participantId)
			.orElseThrow(() -> new NotFound("participant " + participantId));
	}

	Identity key(Long studyId, Long participantId) {
		return this.jdbc.sql(
				"select name, nickname, email, reports_to from participant_key where study_id = ? and participant_id = ?")
			.params(studyId, participantId)
			.query(Identity.class)
			.optional()
			.orElse(Identity.DESTROYED);
	}

	/**
	 * Gives the next code; the study's row is locked, so that no two participants get the
	 * same one.
	 */
	@Transactional
	public Participant add(Long studyId, Long siteId, String profession, Identity key) {
		this.participants.lockStudy(studyId);
		Site site = this.sites.get(studyId, siteId);
		int number = this.participants.highestNumber(studyId) + 1;
		Participant participant = this.participants.saveAndFlush(new Participant(studyId, number, site, profession));
		write(participant, key);
		this.audit.record(studyId, "participant.added", participant.id());
		return participant;
	}

	@Transactional
	void change(Long studyId, Long participantId, Long siteId, String profession, Identity key) {
		Participant participant = get(studyId, participantId);
		participant.work(this.sites.get(studyId, siteId), profession);
		write(participant, key);
		this.audit.record(studyId, "participant.changed", participantId);
	}

	/** Only somebody who is in no session: what was said under a code stays with it. */
	@Transactional
	void remove(Long studyId, Long participantId) {
		this.participants.lockStudy(studyId);
		Participant participant = get(studyId, participantId);
		if (isInASession(participantId)) {
			throw new RuleViolation("participant.inSession");
		}
		this.participants.delete(participant);
		this.participants.flush();
		this.audit.record(studyId, "participant.removed", participantId);
		log.info("Participant {} removed from study {}", participantId, studyId);
	}

	private boolean isInASession(Long participantId) {
		return this.jdbc.sql("select exists (select from session_participant where participant_id = ?)")
			.param(participantId)
			.query(Boolean.class)
			.single();
	}

	/** What was written before the name was known is covered now. */
	private void write(Participant participant, Identity key) {
		if (key(participant.studyId(), participant.id()).equals(key)) {
			return;
		}
		if (isTaken(participant, key.email())) {
			throw new RuleViolation("participant.email.once");
		}
		try {
			this.jdbc
				.sql("""
						insert into participant_key (participant_id, study_id, name, nickname, email, reports_to)
						values (?, ?, ?, ?, ?, ?) on conflict (participant_id)
						do update set name = excluded.name, nickname = excluded.nickname, email = excluded.email, reports_to = excluded.reports_to""")
				.params(participant.id(), participant.studyId(), key.name(), key.nickname(), key.email(),
						key.reportsTo())
				.update();
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("participant.email.once");
		}
		this.events.publishEvent(new NameLearned(participant.studyId(), participant.id()));
	}

	/** Asked before, for the log of a database quotes an address that it refuses. */
	private boolean isTaken(Participant participant, String email) {
		return this.jdbc
			.sql("select exists (select from participant_key where study_id = ? and participant_id <> ? "
					+ "and lower(email) = lower(?) and email <> '')")
			.params(participant.studyId(), participant.id(), email)
			.query(Boolean.class)
			.single();
	}

	/** Who is behind a code. */
	public record Identity(String name, String nickname, String email, String reportsTo) {

		static final Identity DESTROYED = new Identity("", "", "", "");

	}

	/** A participant in a list, as a code. */
	record ParticipantRow(Long id, String code, String profession, String site, int sessions) {
	}

	/** A line of the key. */
	record KeyRow(Long id, String code, String name, String nickname, String email, String reportsTo) {
	}

}
