package org.projectthrive.retreat.idea;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;

/**
 * Something that could be done. The scope gate says whether it is for those who vote, or
 * for somebody above them.
 */
@Entity
class Idea {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private String title;

	private String text;

	@Enumerated(EnumType.STRING)
	private Origin origin;

	@Enumerated(EnumType.STRING)
	private @Nullable Scope scope;

	private @Nullable Boolean inScope;

	private String addressee = "";

	private Long proposedBy;

	private Instant proposedAt;

	private @Nullable Long mergedInto;

	@ElementCollection
	@CollectionTable(name = "idea_theme", joinColumns = @JoinColumn(name = "idea_id"))
	@Column(name = "theme_id")
	private Set<Long> themes = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "idea_finding", joinColumns = @JoinColumn(name = "idea_id"))
	@Column(name = "finding_id")
	private Set<Long> findings = new HashSet<>();

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Idea() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Idea(Long studyId, IdeaContent content, Origin origin, Long proposedBy, Instant at) {
		this.studyId = studyId;
		this.origin = origin;
		this.proposedBy = proposedBy;
		this.proposedAt = at;
		say(content);
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

	public String text() {
		return this.text;
	}

	public Origin origin() {
		return this.origin;
	}

	public @Nullable Scope scope() {
		return this.scope;
	}

	public boolean isGated() {
		return this.inScope != null;
	}

	public boolean isInScope() {
		return Boolean.TRUE.equals(this.inScope);
	}

	public String addressee() {
		return this.addressee;
	}

	public Set<Long> themes() {
		return Set.copyOf(this.themes);
	}

	public Set<Long> findings() {
		return Set.copyOf(this.findings);
	}

	/** The idea that stands for this one, or nothing. */
	public @Nullable Long mergedInto() {
		return this.mergedInto;
	}

	public boolean isMerged() {
		return this.mergedInto != null;
	}

	public int version() {
		return this.version;
	}

	public boolean isBy(Long personId) {
		return this.proposedBy.equals(personId);
	}

	Instant proposedAt() {
		return this.proposedAt;
	}

	/** Its words and links stay its own; from here on the other stands for both. */
	void mergeInto(Idea other) {
		other.requireUnmerged();
		this.mergedInto = other.id;
	}

	void takeApart() {
		if (!isMerged()) {
			throw new RuleViolation("idea.apart.needless");
		}
		this.mergedInto = null;
	}

	void requireUnmerged() {
		if (isMerged()) {
			throw new RuleViolation("idea.merged.already");
		}
	}

	final void say(IdeaContent content) {
		this.title = content.title();
		this.text = content.text();
		this.themes.retainAll(content.themes());
		this.themes.addAll(content.themes());
		this.findings.retainAll(content.findings());
		this.findings.addAll(content.findings());
	}

	/** Out of scope is never out of sight: somebody is named who can decide. */
	void gate(Scope reach, boolean decidedHere, String decidedBy) {
		if (!decidedHere && decidedBy.isBlank()) {
			throw new RuleViolation("idea.addressee.missing");
		}
		this.scope = reach;
		this.inScope = decidedHere;
		this.addressee = decidedHere ? "" : decidedBy.strip();
	}

}
