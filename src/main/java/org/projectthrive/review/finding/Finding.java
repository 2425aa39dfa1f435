package org.projectthrive.review.finding;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;

/**
 * A statement for leaders, on themes of the codebook. Leaders see it once the lead has
 * released it.
 */
@Entity
class Finding {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private String statement;

	private @Nullable UUID questionKey;

	private @Nullable Long contrastTopicId;

	private Long writtenBy;

	private Instant writtenAt;

	private @Nullable Long releasedBy;

	private @Nullable Instant releasedAt;

	@ElementCollection
	@CollectionTable(name = "finding_theme", joinColumns = @JoinColumn(name = "finding_id"))
	@Column(name = "theme_id")
	private Set<Long> themes = new HashSet<>();

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Finding() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Finding(Long studyId, FindingContent content, Long writtenBy, Instant at) {
		this.studyId = studyId;
		this.writtenBy = writtenBy;
		this.writtenAt = at;
		say(content);
	}

	Long id() {
		return this.id;
	}

	String statement() {
		return this.statement;
	}

	@Nullable UUID questionKey() {
		return this.questionKey;
	}

	@Nullable Long contrastTopicId() {
		return this.contrastTopicId;
	}

	Set<Long> themes() {
		return Set.copyOf(this.themes);
	}

	int version() {
		return this.version;
	}

	boolean isReleased() {
		return this.releasedAt != null;
	}

	/** What leaders can read is withdrawn before it is changed. */
	final void say(FindingContent content) {
		requireHeldBack();
		this.statement = content.statement().strip();
		this.questionKey = content.questionKey();
		this.contrastTopicId = content.topicId();
		this.themes.retainAll(content.themes());
		this.themes.addAll(content.themes());
	}

	void requireHeldBack() {
		if (isReleased()) {
			throw new RuleViolation("finding.released.locked");
		}
	}

	void release(Long leadId, Instant at) {
		if (isReleased()) {
			throw new RuleViolation("finding.released.already");
		}
		if (this.themes.isEmpty()) {
			throw new RuleViolation("finding.themes.missing");
		}
		this.releasedBy = leadId;
		this.releasedAt = at;
	}

	void withdraw() {
		if (!isReleased()) {
			throw new RuleViolation("finding.released.not");
		}
		this.releasedBy = null;
		this.releasedAt = null;
	}

}
