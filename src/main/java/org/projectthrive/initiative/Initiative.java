package org.projectthrive.initiative;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

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

	private String sponsorEmail;

	private String firstStep;

	private LocalDate firstStepDue;

	private LocalDate committedOn;

	private Long createdBy;

	private Instant createdAt;

	private @Nullable Instant withdrawnAt;

	private @Nullable String withdrawnBecause;

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
		REVIEWED_AFTER.forEach((days) -> this.reviews.add(new Review(this, studyId, today, days)));
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
		this.sponsorEmail = commitment.sponsorEmail().strip().toLowerCase(Locale.ROOT);
		this.firstStep = commitment.firstStep().strip();
		this.firstStepDue = due;
	}

	void review(Long reviewId, ReviewStatus status, String remark, Instant at) {
		requireNotWithdrawn();
		review(reviewId).record(status, remark, at);
	}

	void move(Long reviewId, LocalDate day, LocalDate today) {
		requireNotWithdrawn();
		Review moved = review(reviewId);
		if (this.reviews.stream().anyMatch((other) -> !other.equals(moved) && other.dueOn().equals(day))) {
			throw new RuleViolation("initiative.review.sameDay");
		}
		moved.move(day, today);
	}

	/** A promise that is not kept is taken back aloud, with the reason. */
	void withdraw(String reason, Instant at) {
		requireNotWithdrawn();
		this.withdrawnAt = at;
		this.withdrawnBecause = reason.strip();
	}

	void resume() {
		if (!isWithdrawn()) {
			throw new RuleViolation("initiative.underWay");
		}
		this.withdrawnAt = null;
		this.withdrawnBecause = null;
	}

	Review review(Long reviewId) {
		return this.reviews.stream()
			.filter((review) -> review.id().equals(reviewId))
			.findFirst()
			.orElseThrow(() -> new NotFound("review " + reviewId));
	}

	private void requireNotWithdrawn() {
		if (isWithdrawn()) {
			throw new RuleViolation("initiative.withdrawn.already");
		}
	}

	public boolean isWithdrawn() {
		return this.withdrawnAt != null;
	}

	public @Nullable String withdrawnBecause() {
		return this.withdrawnBecause;
	}

	/** Neither withdrawn nor done: there is still something to look at. */
	boolean isUnderWay() {
		return !isWithdrawn() && this.reviews.stream().noneMatch(Review::isDone);
	}

	public Long id() {
		return this.id;
	}

	Long studyId() {
		return this.studyId;
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

	public String sponsorEmail() {
		return this.sponsorEmail;
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

	public int version() {
		return this.version;
	}

	public List<Review> reviews() {
		return List.copyOf(this.reviews);
	}

	/**
	 * The words of a promise: what for, how it will be known, by whom, and what happens
	 * first.
	 */
	record Commitment(String title, String aim, String measure, Long ownerId, String sponsor, String sponsorEmail,
			String firstStep, LocalDate firstStepDue) {
	}

}
