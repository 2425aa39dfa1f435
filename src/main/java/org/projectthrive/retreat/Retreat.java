package org.projectthrive.retreat;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;

/** Half a day on which leaders hear what clinicians said, add ideas and vote. */
@Entity
class Retreat {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private String title;

	private LocalDate heldOn;

	private String place;

	private @Nullable Instant closedAt;

	private @Nullable Long closedBy;

	private @Nullable String closingReason;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Retreat() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Retreat(Long studyId, String title, LocalDate heldOn, String place) {
		this.studyId = studyId;
		plan(title, heldOn, place);
	}

	public Long id() {
		return this.id;
	}

	public Long studyId() {
		return this.studyId;
	}

	public String title() {
		return this.title;
	}

	public LocalDate heldOn() {
		return this.heldOn;
	}

	public String place() {
		return this.place;
	}

	public int version() {
		return this.version;
	}

	public boolean isClosed() {
		return this.closedAt != null;
	}

	public @Nullable Instant closedAt() {
		return this.closedAt;
	}

	/** Why it was closed although something was missing, or nothing. */
	public @Nullable String closingReason() {
		return this.closingReason;
	}

	/**
	 * Ends the retreat.
	 * @param ownerless how many winners nobody has promised to start; then it takes a
	 * reason
	 */
	void close(int ownerless, String reason, Long personId, Instant at) {
		if (isClosed()) {
			throw new RuleViolation("retreat.closed");
		}
		if (ownerless > 0 && reason.isEmpty()) {
			throw new RuleViolation("retreat.closing.ownerless", ownerless);
		}
		this.closedAt = at;
		this.closedBy = personId;
		this.closingReason = (ownerless > 0) ? reason : null;
	}

	void reopen() {
		if (!isClosed()) {
			throw new RuleViolation("retreat.open");
		}
		this.closedAt = null;
		this.closedBy = null;
		this.closingReason = null;
	}

	final void plan(String newTitle, LocalDate newDay, String newPlace) {
		this.title = newTitle.strip();
		this.heldOn = newDay;
		this.place = newPlace.strip();
	}

}
