package org.projectthrive.coding;

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
 * A theme of a study's codebook. It stands alone, or under one that does; a codebook has
 * two levels. A retired theme keeps what it was given to, and is given to nothing new.
 */
@Entity
class Theme {

	/** The hues a theme may have, 1 to 12. */
	static final int COLOURS = 12;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private @Nullable Long parentId;

	@Embedded
	private Meaning meaning;

	@Enumerated(EnumType.STRING)
	private ThemeGroup themeGroup;

	private int colour;

	private int position;

	private @Nullable Instant retiredAt;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Theme() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Theme(Long studyId, Meaning meaning, ThemeGroup group, int colour, int position) {
		this.studyId = studyId;
		this.position = position;
		define(meaning, group, colour);
	}

	public Long id() {
		return this.id;
	}

	public Long studyId() {
		return this.studyId;
	}

	public @Nullable Long parentId() {
		return this.parentId;
	}

	public Meaning meaning() {
		return this.meaning;
	}

	public String name() {
		return this.meaning.name();
	}

	public ThemeGroup group() {
		return this.themeGroup;
	}

	public int colour() {
		return this.colour;
	}

	public int version() {
		return this.version;
	}

	public boolean isRetired() {
		return this.retiredAt != null;
	}

	boolean isUnder(Theme other) {
		return this.parentId != null && this.parentId.equals(other.id);
	}

	final void define(Meaning newMeaning, ThemeGroup newGroup, int newColour) {
		if (newColour < 1 || newColour > COLOURS) {
			throw new RuleViolation("theme.colour.unknown");
		}
		this.meaning = newMeaning;
		this.themeGroup = newGroup;
		this.colour = newColour;
	}

	/** Stands under no other theme from now on. */
	void standAlone() {
		this.parentId = null;
	}

	/**
	 * Moves under another theme.
	 * @param hasChildren whether themes stand under this one
	 */
	void moveUnder(Theme other, boolean hasChildren) {
		if (other == this) {
			throw new RuleViolation("theme.parent.self");
		}
		if (isUnder(other)) {
			return;
		}
		if (other.parentId != null || hasChildren) {
			throw new RuleViolation("theme.parent.twoLevels");
		}
		if (other.isRetired()) {
			throw new RuleViolation("theme.parent.retired");
		}
		this.parentId = other.id();
	}

	/**
	 * Takes the theme out of use.
	 * @param hasChildren whether themes in use stand under this one
	 */
	void retire(boolean hasChildren, Instant at) {
		if (hasChildren) {
			throw new RuleViolation("theme.retire.children");
		}
		if (!isRetired()) {
			this.retiredAt = at;
		}
	}

	/** Takes the theme into use again. */
	void restore() {
		this.retiredAt = null;
	}

}
