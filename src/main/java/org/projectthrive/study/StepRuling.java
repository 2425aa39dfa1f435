package org.projectthrive.study;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.study.StudyProgress.StepProgress;

/**
 * What the lead decided about a step over or beside its criteria, and why. The newest
 * ruling of a step counts.
 */
@Entity
class StepRuling {

	enum Kind {

		OVERRIDDEN, REOPENED, COMPLETED;

		void requireFits(StepProgress now) {
			boolean fits = switch (this) {
				case OVERRIDDEN -> now.isOpen() && !now.isAllMet();
				case REOPENED -> !now.isOpen();
				case COMPLETED -> now.isOpen() && now.isAllMet();
			};
			if (!fits) {
				throw new RuleViolation(switch (this) {
					case OVERRIDDEN -> "study.step.override.needless";
					case REOPENED -> "study.step.open.already";
					case COMPLETED -> "study.step.unmet";
				});
			}
		}

	}

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	@Enumerated(EnumType.STRING)
	private StepName step;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private String reason;

	private Long personId;

	private Instant ruledAt;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected StepRuling() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	StepRuling(Long studyId, StepName step, Kind kind, String reason, Long personId, Instant at) {
		this.studyId = studyId;
		this.step = step;
		this.kind = kind;
		this.reason = reason.strip();
		this.personId = personId;
		this.ruledAt = at;
	}

	public Long id() {
		return this.id;
	}

	public Long studyId() {
		return this.studyId;
	}

	public StepName step() {
		return this.step;
	}

	public Kind kind() {
		return this.kind;
	}

	public String reason() {
		return this.reason;
	}

	public Long personId() {
		return this.personId;
	}

	public Instant ruledAt() {
		return this.ruledAt;
	}

}
