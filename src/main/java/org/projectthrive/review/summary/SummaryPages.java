package org.projectthrive.review.summary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.guide.PublishedGuides;
import org.projectthrive.guide.PublishedGuides.Question;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.review.domain.DomainRow;
import org.projectthrive.review.domain.DomainService;
import org.projectthrive.review.summary.CellForm.QuoteForm;
import org.projectthrive.review.summary.CellView.PointView;
import org.projectthrive.review.summary.CellView.QuoteView;
import org.projectthrive.review.summary.CellView.SourceView;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.NoteRow;
import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.session.consent.QuoteConsents;
import org.projectthrive.transcript.Turns;
import org.projectthrive.transcript.Turns.TurnRow;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a summary together with what was said in the session. */
@Service
@Transactional(readOnly = true)
public class SummaryPages {

	private final SummaryService summaries;

	private final DomainService domains;

	private final PublishedGuides guides;

	private final Sessions sessions;

	private final Turns turns;

	private final QuoteConsents consents;

	SummaryPages(SummaryService summaries, DomainService domains, PublishedGuides guides, Sessions sessions,
			Turns turns, QuoteConsents consents) {
		this.summaries = summaries;
		this.domains = domains;
		this.guides = guides;
		this.sessions = sessions;
		this.turns = turns;
		this.consents = consents;
	}

	/** The page of a summary, when the session has one. */
	@Transactional
	public Optional<SummaryPage> find(Long studyId, Long sessionId) {
		return find(studyId, sessionId, null);
	}

	/** One cell of a summary: the evidence behind a cell of the matrix. */
	@Transactional
	public CellView cell(Long studyId, Long sessionId, Long domainId) {
		return find(studyId, sessionId).stream()
			.flatMap((page) -> page.cells().stream())
			.filter((cell) -> cell.domain().id().equals(domainId))
			.findFirst()
			.orElseThrow(() -> new NotFound("cell " + domainId));
	}

	/** The same with what was entered in place of what is saved. */
	@Transactional
	Optional<SummaryPage> find(Long studyId, Long sessionId, @Nullable SummaryForm entered) {
		SessionRow session = this.sessions.get(studyId, sessionId);
		return this.summaries.find(studyId, sessionId).map((summary) -> {
			Told told = told(studyId, session);
			List<Question> questions = this.guides.everAsked(studyId);
			Map<UUID, String> wordings = questions.stream().collect(Collectors.toMap(Question::key, Question::wording));
			List<CellView> cells = this.domains.of(studyId, questions)
				.stream()
				.map((domain) -> view(domain, wordings.get(domain.questionKey()), summary.findCell(domain.id()), told,
						(entered != null && entered.holds(domain.id())) ? entered.cell(domain.id()) : null))
				.toList();
			return new SummaryPage(session, this.summaries.line(studyId, sessionId), summary.authorId(),
					summary.secondReaderId(), summary.version(), cells);
		});
	}

	Sources sources(Long studyId, Long sessionId) {
		return Sources.of(this.turns.ofSession(studyId, sessionId), this.sessions.notes(studyId, sessionId),
				this.consents.against(studyId));
	}

	private Told told(Long studyId, SessionRow session) {
		Map<Long, UUID> keys = (session.guideId() != null) ? this.guides.keys(studyId, session.guideId()) : Map.of();
		return new Told(keys, this.turns.ofSession(studyId, session.id()), this.sessions.notes(studyId, session.id()),
				this.consents.against(studyId));
	}

	private static CellView view(DomainRow domain, @Nullable String wording, Optional<SummaryCell> cell, Told told,
			@Nullable CellForm entered) {
		List<PointView> points = cell.stream()
			.flatMap((one) -> one.points().stream())
			.map((point) -> new PointView(point.id(), point.text()))
			.toList();
		List<QuoteView> quotes = cell.stream()
			.flatMap((one) -> one.quotes().stream())
			.map((quote) -> told.view(quote,
					(entered != null) ? entered.quotesOrNone().get(quote.id().toString()) : null))
			.toList();
		String saved = points.stream().map(PointView::text).collect(Collectors.joining("\n"));
		return new CellView(domain, wording, (entered != null) ? entered.pointsOrNone() : saved, points,
				(entered != null) ? entered.isNotDiscussed() : cell.map(SummaryCell::isNotDiscussed).orElse(false),
				(entered != null) ? entered.leaning() : cell.map(SummaryCell::leaning).orElse(null),
				(entered != null) ? entered.confidence() : cell.map(SummaryCell::confidence).orElse(null), quotes,
				told.under(domain), told.elsewhere(domain));
	}

	/**
	 * What was said and noted in a session, by question.
	 *
	 * @param against the codes of those who do not agree to be quoted
	 */
	private record Told(Map<Long, UUID> keys, List<TurnRow> turns, List<NoteRow> notes, Set<String> against) {

		QuoteView view(SummaryQuote quote, @Nullable QuoteForm entered) {
			Optional<TurnRow> turn = this.turns.stream().filter((one) -> one.id().equals(quote.turnId())).findFirst();
			Optional<NoteRow> note = this.notes.stream().filter((one) -> one.id().equals(quote.noteId())).findFirst();
			String speaker = turn.map(TurnRow::speaker).or(() -> note.map(NoteRow::speaker)).orElse(null);
			String words = (entered != null) ? entered.wordsOrNone() : quote.text();
			return new QuoteView(quote.id(), quote.turnId(), quote.noteId(), note.map(NoteRow::kind).orElse(null),
					speaker, turn.map(TurnRow::startsMs).orElse(null), isWithheld(speaker) ? "" : words,
					(entered != null) ? entered.pointId() : pointId(quote), isWithheld(speaker));
		}

		private boolean isWithheld(@Nullable String speaker) {
			return speaker != null && this.against.contains(speaker);
		}

		/**
		 * What was said under the domain's question, or under a question that nobody had
		 * planned.
		 */
		List<SourceView> under(DomainRow domain) {
			return sources((questionId, unscripted) -> domain.isAddedLater() ? unscripted != null : questionId != null
					&& this.keys.get(questionId) != null && this.keys.get(questionId).equals(domain.questionKey()));
		}

		List<SourceView> elsewhere(DomainRow domain) {
			return domain.isAddedLater() ? sources((questionId, unscripted) -> unscripted == null) : List.of();
		}

		private List<SourceView> sources(Place wanted) {
			return Stream.concat(
					this.turns.stream()
						.filter((turn) -> wanted.holds(turn.questionId(), turn.unscriptedQuestionId()))
						.map((turn) -> new SourceView("turn:" + turn.id(), null, turn.speaker(), turn.startsMs(),
								turn.text(), isWithheld(turn.speaker()))),
					this.notes.stream()
						.filter((note) -> wanted.holds(note.questionId(), note.unscriptedQuestionId()))
						.map((note) -> new SourceView("note:" + note.id(), note.kind(), note.speaker(), null,
								note.text(), isWithheld(note.speaker()))))
				.toList();
		}

		private static @Nullable Long pointId(SummaryQuote quote) {
			SummaryPoint point = quote.point();
			return (point != null) ? point.id() : null;
		}

	}

	/** Where something was said. */
	private interface Place {

		boolean holds(@Nullable Long questionId, @Nullable Long unscriptedQuestionId);

	}

}
