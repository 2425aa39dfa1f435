package org.projectthrive.study;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates studies and keeps the lead's rulings on their steps. */
@Service
@Transactional(readOnly = true)
public class StudyService {

	private static final Logger log = LoggerFactory.getLogger(StudyService.class);

	private final StudyRepository studies;

	private final StepRulingRepository rulings;

	private final StudyAccess access;

	private final ProgressService progress;

	private final AuditLog audit;

	private final Clock clock;

	StudyService(StudyRepository studies, StepRulingRepository rulings, StudyAccess access, ProgressService progress,
			AuditLog audit, Clock clock) {
		this.studies = studies;
		this.rulings = rulings;
		this.access = access;
		this.progress = progress;
		this.audit = audit;
		this.clock = clock;
	}

	public List<Membership> ofPerson(Long personId) {
		return this.access.of(personId);
	}

	/** Creates a study; whoever creates it becomes its lead. */
	@Transactional
	public Study create(String name, String purpose, Long personId) {
		Study study = this.studies.save(new Study(name, purpose, personId, this.clock.instant()));
		this.access.foundedBy(study, personId);
		this.audit.record(study.id(), "study.created", study.id());
		log.info("Study {} created by person {}", study.id(), personId);
		return study;
	}

	@Transactional
	void describe(Long studyId, String name, String purpose, int knownVersion) {
		Study study = get(studyId);
		if (study.version() != knownVersion) {
			throw new OptimisticLockingFailureException("study " + studyId);
		}
		study.describe(name, purpose);
		this.audit.record(studyId, "study.described", studyId);
	}

	List<StepRuling> rulings(Long studyId) {
		return this.rulings.newestOfStudy(studyId);
	}

	/**
	 * The lead's ruling on a step: to let it count as complete although criteria are
	 * unmet, to take it up again, or to end what that began.
	 */
	@Transactional
	void rule(Long studyId, StepName step, StepRuling.Kind kind, String reason, Long personId) {
		kind.requireFits(this.progress.of(studyId).step(step));
		this.rulings.save(new StepRuling(studyId, step, kind, reason, personId, this.clock.instant()));
		this.audit.record(studyId, "step." + kind.name().toLowerCase(Locale.ROOT), step, reason);
		log.info("Step {} of study {}: {}", step, studyId, kind);
	}

	Study get(Long studyId) {
		return this.studies.findById(studyId).orElseThrow(() -> new NotFound("study"));
	}

}
