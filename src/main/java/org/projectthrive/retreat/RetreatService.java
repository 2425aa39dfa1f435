package org.projectthrive.retreat;

import java.time.LocalDate;
import java.util.Optional;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.RuleViolation;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A study's one retreat. */
@Service
@Transactional(readOnly = true)
class RetreatService {

	private final RetreatRepository retreats;

	private final AuditLog audit;

	RetreatService(RetreatRepository retreats, AuditLog audit) {
		this.retreats = retreats;
		this.audit = audit;
	}

	Optional<Retreat> find(Long studyId) {
		return this.retreats.findByStudyId(studyId);
	}

	@Transactional
	void plan(Long studyId, String title, LocalDate day, String place) {
		Retreat retreat = find(studyId).orElseGet(() -> new Retreat(studyId, title, day, place));
		retreat.plan(title, day, place);
		try {
			this.retreats.saveAndFlush(retreat);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("retreat.once");
		}
		this.audit.record(studyId, "retreat.planned", retreat.id());
	}

}
