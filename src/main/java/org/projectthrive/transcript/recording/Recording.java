package org.projectthrive.transcript.recording;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;

/**
 * The recording of a session: somewhere with somebody, sent to the transcriber and back,
 * and deleted in the end, after which nothing of this changes.
 */
@Entity
class Recording {

	@Id
	private Long sessionId;

	private Long studyId;

	private String place = "";

	private String holder = "";

	private @Nullable LocalDate sentOn;

	private @Nullable LocalDate receivedOn;

	private LocalDate deleteBy;

	private @Nullable LocalDate deletedOn;

	private @Nullable Long deletedBy;

	@Version
	private @Nullable Integer version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Recording() {
	}

	@SuppressWarnings("NullAway.Init") // tracked right after
	Recording(Long studyId, Long sessionId) {
		this.studyId = studyId;
		this.sessionId = sessionId;
	}

	/** Says where it is now, and by when it must be gone. */
	void track(String where, String who, @Nullable LocalDate sent, @Nullable LocalDate received, LocalDate until) {
		requireKept();
		if (sent != null && received != null && received.isBefore(sent)) {
			throw new RuleViolation("recording.received.early");
		}
		this.place = where;
		this.holder = who;
		this.sentOn = sent;
		this.receivedOn = received;
		this.deleteBy = until;
	}

	void delete(LocalDate on, Long personId) {
		requireKept();
		this.deletedOn = on;
		this.deletedBy = personId;
	}

	boolean isOverdue(LocalDate today) {
		return this.deletedOn == null && this.deleteBy.isBefore(today);
	}

	void requireKept() {
		if (this.deletedOn != null) {
			throw new RuleViolation("recording.gone");
		}
	}

	/** Nothing before it is tracked first. */
	public @Nullable Integer version() {
		return this.version;
	}

	public Long sessionId() {
		return this.sessionId;
	}

	public Long studyId() {
		return this.studyId;
	}

	public String place() {
		return this.place;
	}

	public String holder() {
		return this.holder;
	}

	public @Nullable LocalDate sentOn() {
		return this.sentOn;
	}

	public @Nullable LocalDate receivedOn() {
		return this.receivedOn;
	}

	public LocalDate deleteBy() {
		return this.deleteBy;
	}

	public @Nullable LocalDate deletedOn() {
		return this.deletedOn;
	}

	public @Nullable Long deletedBy() {
		return this.deletedBy;
	}

}
