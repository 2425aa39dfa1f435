package org.projectthrive.review.domain;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;

/**
 * What every summary answers. It comes from a guide question, or an analyst has added it
 * later.
 */
@Entity
class Domain {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private @Nullable UUID questionKey;

	private String name;

	@Enumerated(EnumType.STRING)
	private @Nullable Side side;

	private int position;

	private @Nullable Long addedBy;

	private @Nullable Instant addedAt;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Domain() {
	}

	/** A domain that nobody had asked about. */
	@SuppressWarnings("NullAway.Init") // the database gives the id
	Domain(Long studyId, String name, @Nullable Side side, int position, Long addedBy, Instant addedAt) {
		this.studyId = studyId;
		this.name = name.strip();
		this.side = side;
		this.position = position;
		this.addedBy = addedBy;
		this.addedAt = addedAt;
	}

	Long id() {
		return this.id;
	}

	void rename(String newName, @Nullable Side newSide) {
		if (this.addedAt == null) {
			throw new RuleViolation("domain.fromGuide");
		}
		this.name = newName.strip();
		this.side = newSide;
	}

}
