package org.projectthrive.review.summary;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.review.quote.QuoteFlags;

/** Words of one turn or note that bear out a domain, or one of its points. */
@Entity
class SummaryQuote {

	static final int LONGEST = QuoteFlags.LONGEST;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	private SummaryCell cell;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable SummaryPoint point;

	private @Nullable Long turnId;

	private @Nullable UUID noteId;

	private String text = "";

	@SuppressWarnings("NullAway.Init") // for JPA
	protected SummaryQuote() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	SummaryQuote(SummaryCell cell, @Nullable Long turnId, @Nullable UUID noteId) {
		this.studyId = cell.studyId();
		this.cell = cell;
		this.turnId = turnId;
		this.noteId = noteId;
	}

	Long id() {
		return this.id;
	}

	@Nullable SummaryPoint point() {
		return this.point;
	}

	@Nullable Long turnId() {
		return this.turnId;
	}

	@Nullable UUID noteId() {
		return this.noteId;
	}

	String text() {
		return this.text;
	}

	void say(String words, Sources sources, String domain) {
		if (words.equals(this.text)) {
			return;
		}
		if (words.isEmpty() || words.length() > LONGEST || !sources.holds(this.turnId, this.noteId, words)) {
			throw new RuleViolation("summary.quote.words", domain);
		}
		sources.requireQuotable(this.turnId, this.noteId, domain);
		this.text = words;
	}

	void bearOut(@Nullable SummaryPoint newPoint) {
		this.point = newPoint;
	}

}
