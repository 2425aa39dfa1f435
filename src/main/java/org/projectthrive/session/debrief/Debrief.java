package org.projectthrive.session.debrief;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * What the facilitators take away from a session, written down within minutes of its end.
 */
@Entity
class Debrief {

	@Id
	private Long sessionId;

	private Long studyId;

	private String topThemes;

	private String surprises;

	private String differences;

	private String climate;

	private String guideChanges;

	private Long writtenBy;

	private Instant writtenAt;

	@Version
	private @Nullable Integer version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Debrief() {
	}

	@SuppressWarnings("NullAway.Init") // write() fills the rest
	Debrief(Long studyId, Long sessionId) {
		this.studyId = studyId;
		this.sessionId = sessionId;
	}

	void write(DebriefForm words, Long personId, Instant at) {
		this.topThemes = words.topThemes();
		this.surprises = words.surprises();
		this.differences = words.differences();
		this.climate = words.climate();
		this.guideChanges = words.guideChanges();
		this.writtenBy = personId;
		this.writtenAt = at;
	}

	/** Whether saving these words would change nothing. */
	boolean says(DebriefForm words) {
		return DebriefForm.of(this).equals(words.basedOn(version()));
	}

	public Long sessionId() {
		return this.sessionId;
	}

	public Long studyId() {
		return this.studyId;
	}

	public String topThemes() {
		return this.topThemes;
	}

	public String surprises() {
		return this.surprises;
	}

	public String differences() {
		return this.differences;
	}

	public String climate() {
		return this.climate;
	}

	public String guideChanges() {
		return this.guideChanges;
	}

	public Long writtenBy() {
		return this.writtenBy;
	}

	public Instant writtenAt() {
		return this.writtenAt;
	}

	/** As the browser has to send it back; -1 before the first save. */
	public int version() {
		return (this.version != null) ? this.version : DebriefForm.NEW;
	}

}
