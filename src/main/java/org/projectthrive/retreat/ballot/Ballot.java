package org.projectthrive.retreat.ballot;

import java.time.Instant;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;

/**
 * A secret ballot at the retreat. The lead prepares it; once it is open its rule, options
 * and electors stand still until it closes, and a closed ballot never changes.
 */
@Entity
class Ballot {

	/** Fewer could guess each other's choices from the totals. */
	static final int FEWEST_ELECTORS = 3;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private Long retreatId;

	private int number;

	private String title;

	@Embedded
	private BallotRule rule;

	@Enumerated(EnumType.STRING)
	private BallotStage stage = BallotStage.DRAFT;

	private @Nullable Long runOffOf;

	private @Nullable Instant openedAt;

	private @Nullable Long openedBy;

	private @Nullable Instant closedAt;

	private @Nullable Long closedBy;

	private @Nullable String digest;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Ballot() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Ballot(Long studyId, Long retreatId, int number, String title, BallotRule rule) {
		this.studyId = studyId;
		this.retreatId = retreatId;
		this.number = number;
		this.title = title.strip();
		this.rule = rule;
	}

	/** A second ballot for the places that this one left tied. */
	Ballot runOff(int nextNumber, BallotRule forPlaces) {
		if (!isCounted()) {
			throw new RuleViolation("ballot.runOff.needless");
		}
		Ballot second = new Ballot(this.studyId, this.retreatId, nextNumber, this.title, forPlaces);
		second.runOffOf = this.id;
		return second;
	}

	public Long id() {
		return this.id;
	}

	public Long studyId() {
		return this.studyId;
	}

	Long retreatId() {
		return this.retreatId;
	}

	public String title() {
		return this.title;
	}

	public BallotRule rule() {
		return this.rule;
	}

	public BallotStage stage() {
		return this.stage;
	}

	public boolean isRunOff() {
		return this.runOffOf != null;
	}

	public @Nullable Instant openedAt() {
		return this.openedAt;
	}

	public @Nullable Instant closedAt() {
		return this.closedAt;
	}

	/** The SHA-256 of the sealed ballots, or nothing when they were not counted. */
	public @Nullable String digest() {
		return this.digest;
	}

	public boolean isDraft() {
		return this.stage == BallotStage.DRAFT;
	}

	public boolean isOpen() {
		return this.stage == BallotStage.OPEN;
	}

	public boolean isClosed() {
		return this.stage == BallotStage.CLOSED;
	}

	public boolean isCounted() {
		return this.digest != null;
	}

	void change(String newTitle, BallotRule newRule) {
		requireDraft();
		this.title = newTitle.strip();
		this.rule = newRule;
	}

	void open(int options, int electors, Long personId, Instant at) {
		requireDraft();
		RuleViolation hindrance = hindrance(options, electors);
		if (hindrance != null) {
			throw hindrance;
		}
		this.stage = BallotStage.OPEN;
		this.openedBy = personId;
		this.openedAt = at;
	}

	/** What keeps the draft from being opened, if anything does. */
	@Nullable RuleViolation hindrance(int options, int electors) {
		if (options == 0) {
			return new RuleViolation("ballot.options.missing");
		}
		if (options == 1) {
			return new RuleViolation("ballot.options.one");
		}
		if (electors < FEWEST_ELECTORS) {
			return new RuleViolation("ballot.electors.few", FEWEST_ELECTORS);
		}
		return (this.rule.quorum() > electors) ? new RuleViolation("ballot.quorum.beyond", this.rule.quorum(), electors)
				: null;
	}

	/** Closes the ballot without a count: too few have cast. */
	void giveUp(Long personId, Instant at) {
		requireOpen();
		this.stage = BallotStage.CLOSED;
		this.closedBy = personId;
		this.closedAt = at;
	}

	void close(String sealedDigest, Long personId, Instant at) {
		giveUp(personId, at);
		this.digest = sealedDigest;
	}

	void requireDraft() {
		if (!isDraft()) {
			throw new RuleViolation("ballot.frozen");
		}
	}

	void requireOpen() {
		if (!isOpen()) {
			throw new RuleViolation(isDraft() ? "ballot.notOpen" : "ballot.closed");
		}
	}

}
