package org.projectthrive.retreat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.retreat.ChosenIdeas.ChosenIdea;
import org.projectthrive.retreat.idea.RetreatRow;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A study's one retreat. */
@Service
@Transactional(readOnly = true)
class RetreatService {

	private static final Logger log = LoggerFactory.getLogger(RetreatService.class);

	private final RetreatRepository retreats;

	private final ChosenIdeas chosen;

	private final RetreatRow row;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	RetreatService(RetreatRepository retreats, ChosenIdeas chosen, RetreatRow row, JdbcClient jdbc, AuditLog audit,
			Clock clock) {
		this.retreats = retreats;
		this.chosen = chosen;
		this.row = row;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	Optional<Retreat> find(Long studyId) {
		return this.retreats.findByStudyId(studyId);
	}

	/**
	 * Plans the retreat, or plans it anew.
	 * @param knownVersion the version that was read, or null when there was none
	 */
	@Transactional
	void plan(Long studyId, String title, LocalDate day, String place, @Nullable Integer knownVersion) {
		Optional<Retreat> planned = find(studyId);
		if (!Objects.equals(planned.map(Retreat::version).orElse(null), knownVersion)) {
			throw new OptimisticLockingFailureException("retreat of study " + studyId);
		}
		Retreat retreat = planned.orElseGet(() -> new Retreat(studyId, title, day, place));
		retreat.plan(title, day, place);
		try {
			this.retreats.saveAndFlush(retreat);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("retreat.once");
		}
		this.audit.record(studyId, "retreat.planned", retreat.id());
	}

	/** Winners that nobody in the team has promised to start. */
	List<ChosenIdea> ownerless(Long studyId) {
		return this.chosen.withoutOwner(studyId);
	}

	/** Closes the retreat: from here on no ballot is prepared or opened. */
	@Transactional
	void close(Long studyId, String reason, Long personId) {
		Retreat retreat = locked(studyId);
		if (this.jdbc.sql("select exists (select from ballot where study_id = ? and stage = 'OPEN')")
			.param(studyId)
			.query(Boolean.class)
			.single()) {
			throw new RuleViolation("retreat.closing.ballot");
		}
		retreat.close(ownerless(studyId).size(), reason, personId, this.clock.instant());
		this.retreats.saveAndFlush(retreat);
		this.audit.record(studyId, "retreat.closed", retreat.id(), retreat.closingReason());
		log.info("Retreat {} of study {} closed", retreat.id(), studyId);
	}

	@Transactional
	void reopen(Long studyId) {
		Retreat retreat = locked(studyId);
		retreat.reopen();
		this.audit.record(studyId, "retreat.reopened", retreat.id());
	}

	/** The same lock as for opening a ballot, before anything is read. */
	private Retreat locked(Long studyId) {
		this.row.take(studyId);
		return find(studyId).orElseThrow(() -> new NotFound("retreat of study " + studyId));
	}

}
