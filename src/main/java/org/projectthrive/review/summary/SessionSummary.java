package org.projectthrive.review.summary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;

/**
 * What one session said, domain by domain. An analyst writes it; somebody else reads it
 * against the session and agrees; from then on it is locked until it is reopened.
 */
@Entity
class SessionSummary {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private Long sessionId;

	private Long authorId;

	@Enumerated(EnumType.STRING)
	private SummaryStage stage = SummaryStage.DRAFT;

	private @Nullable Long secondReaderId;

	private @Nullable Instant agreedAt;

	private Instant createdAt;

	@OneToMany(mappedBy = "summary", cascade = CascadeType.ALL, orphanRemoval = true)
	private List<SummaryCell> cells = new ArrayList<>();

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected SessionSummary() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	SessionSummary(Long studyId, Long sessionId, Long authorId, Instant at) {
		this.studyId = studyId;
		this.sessionId = sessionId;
		this.authorId = authorId;
		this.createdAt = at;
	}

	public Long id() {
		return this.id;
	}

	Long studyId() {
		return this.studyId;
	}

	public SummaryStage stage() {
		return this.stage;
	}

	public Long authorId() {
		return this.authorId;
	}

	public @Nullable Long secondReaderId() {
		return this.secondReaderId;
	}

	public @Nullable Instant agreedAt() {
		return this.agreedAt;
	}

	public int version() {
		return this.version;
	}

	List<SummaryCell> cells() {
		return this.cells;
	}

	Optional<SummaryCell> findCell(Long domainId) {
		return this.cells.stream().filter((cell) -> cell.domainId().equals(domainId)).findFirst();
	}

	void write(CellContent content, Sources sources) {
		requireOpen();
		findCell(content.domainId()).orElseGet(() -> newCell(content.domainId())).write(content, sources);
	}

	void requireOpen() {
		if (this.stage.isAgreed()) {
			throw new RuleViolation("summary.locked");
		}
	}

	/**
	 * Hands the summary over for the second read.
	 * @param readerId who is to read it; null when any other analyst may
	 */
	void handOver(@Nullable Long readerId) {
		if (this.stage != SummaryStage.DRAFT) {
			throw new RuleViolation("summary.handOver.draftOnly");
		}
		requireSomebodyElse(readerId);
		this.secondReaderId = readerId;
		this.stage = SummaryStage.SECOND_READ;
	}

	void agree(Long personId, Instant at) {
		if (this.stage != SummaryStage.SECOND_READ) {
			throw new RuleViolation("summary.agree.secondReadOnly");
		}
		if (!mayAgree(personId)) {
			throw new RuleViolation("summary.agree.secondReader");
		}
		this.secondReaderId = personId;
		this.agreedAt = at;
		this.stage = SummaryStage.AGREED;
	}

	boolean mayAgree(Long personId) {
		return this.stage == SummaryStage.SECOND_READ && !personId.equals(this.authorId)
				&& (this.secondReaderId == null || this.secondReaderId.equals(personId));
	}

	/** Back to a draft, from the second read or after agreement. */
	void reopen() {
		if (this.stage == SummaryStage.DRAFT) {
			throw new RuleViolation("summary.open.already");
		}
		this.stage = SummaryStage.DRAFT;
		this.secondReaderId = null;
		this.agreedAt = null;
	}

	private SummaryCell newCell(Long domainId) {
		SummaryCell cell = new SummaryCell(this, domainId);
		this.cells.add(cell);
		return cell;
	}

	private void requireSomebodyElse(@Nullable Long readerId) {
		if (this.authorId.equals(readerId)) {
			throw new RuleViolation("summary.reader.author");
		}
	}

}
