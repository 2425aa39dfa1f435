package org.projectthrive.initiative;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;

/** A date on which an initiative is looked at, and what was found. */
@Entity
@Table(name = "initiative_review")
class Review {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Initiative initiative;

	private int afterDays;

	private LocalDate dueOn;

	private UUID calendarUid;

	@Enumerated(EnumType.STRING)
	private @Nullable ReviewStatus status;

	private String remark = "";

	private @Nullable Instant reviewedAt;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Review() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Review(Initiative initiative, Long studyId, LocalDate committedOn, int afterDays) {
		this.initiative = initiative;
		this.studyId = studyId;
		this.afterDays = afterDays;
		this.dueOn = committedOn.plusDays(afterDays);
		this.calendarUid = UUID.randomUUID();
	}

	/** A review that was held stays on its day. */
	void move(LocalDate day, LocalDate today) {
		if (this.status != null) {
			throw new RuleViolation("initiative.review.held");
		}
		if (day.isBefore(today)) {
			throw new RuleViolation("initiative.review.past");
		}
		this.dueOn = day;
	}

	void record(ReviewStatus newStatus, String newRemark, Instant at) {
		this.status = newStatus;
		this.remark = newRemark.strip();
		this.reviewedAt = at;
	}

	public Long id() {
		return this.id;
	}

	/** How many days after the commitment it was promised. */
	public int afterDays() {
		return this.afterDays;
	}

	UUID calendarUid() {
		return this.calendarUid;
	}

	public LocalDate dueOn() {
		return this.dueOn;
	}

	public @Nullable ReviewStatus status() {
		return this.status;
	}

	public String remark() {
		return this.remark;
	}

	public boolean isHeld() {
		return this.status != null;
	}

	boolean isDone() {
		return this.status == ReviewStatus.DONE;
	}

	public boolean isOverdue(LocalDate today) {
		return this.status == null && today.isAfter(this.dueOn);
	}

}
