package org.projectthrive.review.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.review.summary.CellContent.QuoteContent;
import org.projectthrive.review.summary.DemoSession.DemoCell;
import org.projectthrive.review.summary.DemoSession.DemoPoint;
import org.projectthrive.transcript.Turns;
import org.projectthrive.transcript.Turns.TurnRow;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo's six summaries: two analysts, each the second reader of the other. */
@Component
@Order(91)
class SummaryDemo implements DemoPart {

	private static final String ANALYST = "person:analyst@thrive.example";

	private static final String SECOND_ANALYST = "person:second.analyst@thrive.example";

	private final SummaryRepository summaries;

	private final Turns turns;

	private final Clock clock;

	SummaryDemo(SummaryRepository summaries, Turns turns, Clock clock) {
		this.summaries = summaries;
		this.turns = turns;
		this.clock = clock;
	}

	@Override
	public void load(DemoStudy demo) {
		for (String slug : DemoStudy.SESSIONS) {
			summarise(demo, demo.yaml("sessions/" + slug + ".yaml", new TypeReference<DemoSession>() {
			}));
		}
	}

	private void summarise(DemoStudy demo, DemoSession session) {
		int n = session.number();
		Long sessionId = demo.id("session:" + n);
		Long author = demo.id((n % 2 == 1) ? ANALYST : SECOND_ANALYST);
		Long reader = demo.id((n % 2 == 1) ? SECOND_ANALYST : ANALYST);
		Instant agreed = this.clock.instant().minus(Duration.ofDays(10)).plus(Duration.ofHours(n));
		List<TurnRow> said = this.turns.ofSession(demo.studyId(), sessionId);
		Sources sources = Sources.of(said, List.of(), Set.of());
		SessionSummary summary = new SessionSummary(demo.studyId(), sessionId, author,
				agreed.minus(Duration.ofDays(2)));
		session.summary()
			.forEach((part, cell) -> summary.write(cell.content(demo.id("domain:" + part), quotes(cell, said)),
					sources));
		this.summaries.saveAndFlush(summary);
		session.summary()
			.forEach((part, cell) -> quotePoints(cell, summary.findCell(demo.id("domain:" + part)).orElseThrow(), said,
					sources));
		summary.handOver(reader);
		summary.agree(reader, agreed);
		this.summaries.saveAndFlush(summary);
		leaveIds(demo, session, summary);
	}

	/** Points must have been saved before a quote can be set beside one. */
	private static void quotePoints(DemoCell cell, SummaryCell written, List<TurnRow> said, Sources sources) {
		Stream<QuoteContent> kept = written.quotes()
			.stream()
			.map((quote) -> new QuoteContent(quote.id(), quote.turnId(), null, quote.text(), null));
		Stream.Builder<QuoteContent> added = Stream.builder();
		for (int i = 0; i < cell.pointsOrNone().size(); i++) {
			DemoPoint point = cell.pointsOrNone().get(i);
			if (point.quote() != null) {
				added.add(quote(point.quote(), written.points().get(i).id(), said));
			}
		}
		written.write(cell.content(written.domainId(), Stream.concat(kept, added.build()).toList()), sources);
	}

	private static List<QuoteContent> quotes(DemoCell cell, List<TurnRow> said) {
		return cell.quotesOrNone().stream().map((words) -> quote(words, null, said)).toList();
	}

	private static QuoteContent quote(String words, @Nullable Long pointId, List<TurnRow> said) {
		TurnRow turn = said.stream()
			.filter((one) -> one.text().contains(words))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No turn of the demo says: " + words));
		return new QuoteContent(null, turn.id(), (UUID) null, words, pointId);
	}

	private static void leaveIds(DemoStudy demo, DemoSession session, SessionSummary summary) {
		demo.put("summary:" + session.number(), summary.id());
		for (Map.Entry<String, DemoCell> part : session.summary().entrySet()) {
			SummaryCell cell = summary.findCell(demo.id("domain:" + part.getKey())).orElseThrow();
			for (int i = 0; i < cell.points().size(); i++) {
				demo.put("point:" + session.number() + ":" + part.getKey() + ":" + (i + 1), cell.points().get(i).id());
			}
		}
	}

}
