package org.projectthrive.team;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a study: a senior sponsor, a wellness leader, and the promise to
 * those who take part.
 */
@Entity
class Charter {

	@Id
	private Long studyId;

	private String sponsorName = "";

	private String sponsorTitle = "";

	private String wellnessLeaderName = "";

	private String wellnessLeaderTitle = "";

	private String promise = "";

	private @Nullable LocalDate promisedBy;

	@Version
	private @Nullable Integer version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Charter() {
	}

	Charter(Long studyId) {
		this.studyId = studyId;
	}

	public Long studyId() {
		return this.studyId;
	}

	/** Nothing before it is first saved. */
	@Nullable Integer version() {
		return this.version;
	}

	public String sponsorName() {
		return this.sponsorName;
	}

	public String sponsorTitle() {
		return this.sponsorTitle;
	}

	public String wellnessLeaderName() {
		return this.wellnessLeaderName;
	}

	public String wellnessLeaderTitle() {
		return this.wellnessLeaderTitle;
	}

	public String promise() {
		return this.promise;
	}

	public @Nullable LocalDate promisedBy() {
		return this.promisedBy;
	}

	void sponsoredBy(String name, String title) {
		this.sponsorName = name.strip();
		this.sponsorTitle = title.strip();
	}

	void wellnessLedBy(String name, String title) {
		this.wellnessLeaderName = name.strip();
		this.wellnessLeaderTitle = title.strip();
	}

	/** What will be done with what participants say, and by when. */
	void promise(String words, @Nullable LocalDate by) {
		this.promise = words.strip();
		this.promisedBy = by;
	}

}
