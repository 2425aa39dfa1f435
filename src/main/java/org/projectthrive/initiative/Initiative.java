package org.projectthrive.initiative;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;

/**
 * What a winning idea becomes: a promise of one owner, with a first step within 14 days
 * and reviews after 30, 60 and 90 days.
 */
@Entity
class Initiative {

	/** The first step follows within as many days. */
	static final int FIRST_STEP_WITHIN = 14;

	private static final List<Integer> REVIEWED_AFTER = List.of(30, 60, 90);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private Long ideaId;

	private String title;

	private String aim;

	private String measure;

	private Long ownerId;

	private String sponsor;

	private String firstStep;

	private LocalDate firstStepDue;

	private LocalDate committedOn;

	private Long createdBy;

	private Instant createdAt;

	@OneToMany(mappedBy = "initiative", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("dueOn")
	private List<Review> reviews = new ArrayList<>();

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Initiative() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Initiative(Long studyId, Long ideaId, Commitment commitment, LocalDate today, Long createdBy, Instant at) {
		this.studyId = studyId;
		this.ideaId = ideaId;
		this.committedOn = today;
		this.createdBy = createdBy;
		this.createdAt = at;
		commit(commitment);
		REVIEWED_AFTER.forEach((days) -> this.reviews.add(new Review(this, studyId, today.plusDays(days))));
	}

	/** Words the promise anew; the day of the commitment stays. */
	final void commit(Commitment commitment) {
		LocalDate due = commitment.firstStepDue();
		if (due.isBefore(this.committedOn) || due.isAfter(this.committedOn.plusDays(FIRST_STEP_WITHIN))) {
			throw new RuleViolation("initiative.firstStep.late", FIRST_STEP_WITHIN);
		}
		this.title = commitment.title().strip();
		this.aim = commitment.aim().strip();
		this.measure = commitment.measure().strip();
		this.ownerId = commitment.ownerId();
		this.sponsor = commitment.sponsor().strip();
		this.firstStep = commitment.firstStep().strip();
		this.firstStepDue = due;
	}

	void review(Long reviewId, ReviewStatus status, String remark, Instant at) {
		this.reviews.stream()
			.filter((review) -> review.id().equals(reviewId))
			.findFirst()
			.orElseThrow(() -> new NotFound("review " + reviewId))
			.record(status, remark, at);
	}

	public Long id() {
		return this.id;
	}

	public Long ideaId() {
		return this.ideaId;
	}

	public String title() {
		return this.title;
	}

	public String aim() {
		return this.aim;
	}

	public String measure() {
		return this.measure;
	}

	public Long ownerId() {
		return this.ownerId;
	}

	public String sponsor() {
		return this.sponsor;
	}

	public String firstStep() {
		return this.firstStep;
	}

	public LocalDate firstStepDue() {
		return this.firstStepDue;
	}

	public LocalDate committedOn() {
		return this.committedOn;
	}

	public List<Review> reviews() {
		return List.copyOf(this.reviews);
	}

	/**
	 * The words of a promise: what for, how it will be known, by whom, and what happens
	 * first.
	 */
	record Commitment(String title, String aim, String measure, Long ownerId, String sponsor, String firstStep,
			LocalDate firstStepDue) {
	}

}
