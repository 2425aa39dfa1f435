package org.projectthrive.review.summary;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.review.summary.CellContent.QuoteContent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionSummaryTests {

	private static final Long AUTHOR = 1L;

	private static final Long READER = 2L;

	private static final Long STRANGER = 3L;

	private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

	private static final Sources SOURCES = new Sources(Map.of(7L, "We laugh  at the desk before clinic"), Map.of(),
			Map.of());

	private final SessionSummary summary = new SessionSummary(1L, 1L, AUTHOR, NOON);

	@Test
	@DisplayName("R2 a summary goes from draft over the second read to agreed, and is locked then")
	void isAgreedAfterTheSecondRead() {
		this.summary.handOver(READER);
		this.summary.agree(READER, NOON);

		assertThat(this.summary.stage()).isEqualTo(SummaryStage.AGREED);
		assertThat(this.summary.agreedAt()).isEqualTo(NOON);
		refuses("summary.locked", () -> this.summary.write(points("Late"), SOURCES));
	}

	@Test
	@DisplayName("R2 the author never agrees, nor does anybody else than the reader who was asked")
	void onlyTheSecondReaderAgrees() {
		refuses("summary.agree.secondReadOnly", () -> this.summary.agree(READER, NOON));
		refuses("summary.reader.author", () -> this.summary.handOver(AUTHOR));

		this.summary.handOver(READER);

		refuses("summary.agree.secondReader", () -> this.summary.agree(AUTHOR, NOON));
		refuses("summary.agree.secondReader", () -> this.summary.agree(STRANGER, NOON));
		refuses("summary.handOver.draftOnly", () -> this.summary.handOver(READER));
	}

	@Test
	@DisplayName("R2 where nobody was named, any other analyst agrees and becomes the second reader")
	void anybodyElseMayRead() {
		this.summary.handOver(null);
		refuses("summary.agree.secondReader", () -> this.summary.agree(AUTHOR, NOON));

		this.summary.agree(STRANGER, NOON);

		assertThat(this.summary.secondReaderId()).isEqualTo(STRANGER);
	}

	@Test
	@DisplayName("R2 a reopened summary is a draft again and needs a new second read")
	void isReopened() {
		refuses("summary.open.already", this.summary::reopen);
		this.summary.handOver(READER);
		this.summary.agree(READER, NOON);

		this.summary.reopen();
		this.summary.write(points("Early"), SOURCES);

		assertThat(this.summary.stage()).isEqualTo(SummaryStage.DRAFT);
		assertThat(this.summary.secondReaderId()).isNull();
		assertThat(texts()).containsExactly("Early");
	}

	@Test
	@DisplayName("R2 not discussed excludes points and quotes, and is not the same as empty")
	void notDiscussedExcludesPoints() {
		refuses("summary.notDiscussed.points",
				() -> this.summary.write(content(List.of("A point"), true, List.of()), SOURCES));
		refuses("summary.notDiscussed.points",
				() -> this.summary.write(content(List.of(), true, List.of(quote("at the desk"))), SOURCES));

		this.summary.write(content(List.of(), true, List.of()), SOURCES);

		assertThat(cell().isNotDiscussed()).isTrue();
	}

	@Test
	@DisplayName("R2 three quotes at most")
	void threeQuotesAtMost() {
		List<QuoteContent> three = List.of(quote("We laugh"), quote("at the desk"), quote("before clinic"));
		this.summary.write(content(List.of(), false, three), SOURCES);
		assertThat(cell().quotes()).hasSize(3);

		refuses("summary.quotes.three",
				() -> this.summary.write(
						content(List.of(), false, List.of(quote("We"), quote("laugh"), quote("at"), quote("the"))),
						SOURCES));
	}

	@Test
	@DisplayName("R2 a quote is words of its turn, whatever the spaces, and of a turn of this session")
	void quoteIsWordsOfItsTurn() {
		this.summary.write(content(List.of(), false, List.of(quote("We laugh at the desk"))), SOURCES);

		refuses("summary.quote.words",
				() -> this.summary.write(content(List.of(), false, List.of(quote("We cry at the desk"))), SOURCES));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.summary
			.write(content(List.of(), false, List.of(new QuoteContent(null, 8L, null, "We laugh", null))), SOURCES));
	}

	@Test
	@DisplayName("R2 a point stays the same point when its words are mended, moved or left alone")
	void pointsKeepTheirIdentity() {
		this.summary.write(points("Charts at the kitchen table", "Soup on Wednesdays", "Goes away"), SOURCES);
		SummaryPoint charts = cell().points().get(0);
		SummaryPoint soup = cell().points().get(1);

		this.summary.write(points("Brand new", "Soup on Wednesdays", "Charts done at the kitchen table"), SOURCES);

		assertThat(texts()).containsExactly("Brand new", "Soup on Wednesdays", "Charts done at the kitchen table");
		assertThat(cell().points().get(1)).isSameAs(soup);
		assertThat(cell().points().get(2)).isSameAs(charts);
	}

	private SummaryCell cell() {
		return this.summary.findCell(5L).orElseThrow();
	}

	private List<String> texts() {
		return cell().points().stream().map(SummaryPoint::text).toList();
	}

	private static CellContent points(String... lines) {
		return content(List.of(lines), false, List.of());
	}

	private static CellContent content(List<String> lines, boolean notDiscussed, List<QuoteContent> quotes) {
		return new CellContent(5L, "Joy", lines, notDiscussed, Leaning.HELPS, Confidence.HIGH, quotes);
	}

	private static QuoteContent quote(String words) {
		return new QuoteContent(null, 7L, null, words, null);
	}

	private static void refuses(String rule, ThrowingCallable attempt) {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(attempt).withMessage(rule);
	}

}
