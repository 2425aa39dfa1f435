package org.projectthrive.review.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;

/**
 * What a session said about one domain: points, quotes, leaning, confidence; or that it
 * was not discussed.
 */
@Entity
class SummaryCell {

	/** A domain is borne out by three quotes at most, beside those of single points. */
	static final int MOST_QUOTES = 3;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	private SessionSummary summary;

	private Long domainId;

	private boolean notDiscussed;

	@Enumerated(EnumType.STRING)
	private @Nullable Leaning leaning;

	@Enumerated(EnumType.STRING)
	private @Nullable Confidence confidence;

	@OneToMany(mappedBy = "cell", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("position")
	private List<SummaryPoint> points = new ArrayList<>();

	@OneToMany(mappedBy = "cell", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("id")
	private List<SummaryQuote> quotes = new ArrayList<>();

	@SuppressWarnings("NullAway.Init") // for JPA
	protected SummaryCell() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	SummaryCell(SessionSummary summary, Long domainId) {
		this.studyId = summary.studyId();
		this.summary = summary;
		this.domainId = domainId;
	}

	Long studyId() {
		return this.studyId;
	}

	Long domainId() {
		return this.domainId;
	}

	boolean isNotDiscussed() {
		return this.notDiscussed;
	}

	@Nullable Leaning leaning() {
		return this.leaning;
	}

	@Nullable Confidence confidence() {
		return this.confidence;
	}

	List<SummaryPoint> points() {
		return this.points;
	}

	List<SummaryQuote> quotes() {
		return this.quotes;
	}

	void write(CellContent content, Sources sources) {
		if (content.notDiscussed() && !(content.lines().isEmpty() && content.quotes().isEmpty())) {
			throw new RuleViolation("summary.notDiscussed.points", content.domain());
		}
		if (content.lines().stream().anyMatch((line) -> line.length() > SummaryPoint.LONGEST)) {
			throw new RuleViolation("summary.point.long", content.domain(), SummaryPoint.LONGEST);
		}
		this.notDiscussed = content.notDiscussed();
		this.leaning = content.notDiscussed() ? null : content.leaning();
		this.confidence = content.notDiscussed() ? null : content.confidence();
		list(content.lines());
		quote(content, sources);
	}

	/**
	 * Points keep their identity where their words stay or are only reworded: contrasts
	 * rest on them.
	 */
	private void list(List<String> lines) {
		List<Optional<SummaryPoint>> found = PointLines.match(this.points, lines);
		this.points.retainAll(found.stream().flatMap(Optional::stream).toList());
		for (int i = 0; i < lines.size(); i++) {
			if (found.get(i).isPresent()) {
				found.get(i).get().say(lines.get(i), i);
			}
			else {
				this.points.add(new SummaryPoint(this, lines.get(i), i));
			}
		}
		this.points.sort(Comparator.comparingInt(SummaryPoint::position));
	}

	private void quote(CellContent content, Sources sources) {
		this.quotes.removeIf((quote) -> content.quote(quote.id()).isEmpty() || isOfGonePoint(quote));
		for (SummaryQuote quote : this.quotes) {
			content.quote(quote.id()).ifPresent((written) -> {
				quote.say(written.words(), sources, content.domain());
				quote.bearOut(point(written.pointId()));
			});
		}
		content.quotes().stream().filter((written) -> written.id() == null).forEach((written) -> {
			SummaryQuote quote = new SummaryQuote(this, written.turnId(), written.noteId());
			quote.say(written.words(), sources, content.domain());
			quote.bearOut(point(written.pointId()));
			this.quotes.add(quote);
		});
		if (this.quotes.stream().filter((quote) -> quote.point() == null).count() > MOST_QUOTES) {
			throw new RuleViolation("summary.quotes.three", content.domain());
		}
	}

	private boolean isOfGonePoint(SummaryQuote quote) {
		return quote.point() != null && !this.points.contains(quote.point());
	}

	private @Nullable SummaryPoint point(@Nullable Long pointId) {
		return (pointId == null) ? null
				: this.points.stream().filter((point) -> Objects.equals(point.id(), pointId)).findFirst().orElse(null);
	}

}
