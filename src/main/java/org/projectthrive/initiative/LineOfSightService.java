package org.projectthrive.initiative;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.projectthrive.coding.CodedWords;
import org.projectthrive.coding.CodedWords.ThemeInSession;
import org.projectthrive.coding.CodedWords.ThemeWords;
import org.projectthrive.coding.Themes;
import org.projectthrive.initiative.LineOfSight.QuotedWords;
import org.projectthrive.initiative.LineOfSight.ThemeSight;
import org.projectthrive.retreat.ChosenIdeas;
import org.projectthrive.review.ReleasedFindings;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.session.consent.QuoteConsents;
import org.projectthrive.study.Membership;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows an initiative back to the words that led to it, as far as whoever asks may see.
 */
@Service
@Transactional(readOnly = true)
class LineOfSightService {

	private static final int WORDS_SHOWN = 6;

	private final ChosenIdeas chosen;

	private final ReleasedFindings findings;

	private final Themes themes;

	private final CodedWords words;

	private final Sessions sessions;

	private final QuoteConsents consents;

	LineOfSightService(ChosenIdeas chosen, ReleasedFindings findings, Themes themes, CodedWords words,
			Sessions sessions, QuoteConsents consents) {
		this.chosen = chosen;
		this.findings = findings;
		this.themes = themes;
		this.words = words;
		this.sessions = sessions;
		this.consents = consents;
	}

	LineOfSight of(Long studyId, Initiative initiative, Membership member) {
		Map<Long, SessionRow> held = this.sessions.ofStudy(studyId)
			.stream()
			.filter(SessionRow::isHeld)
			.collect(Collectors.toMap(SessionRow::id, Function.identity()));
		List<Long> findingIds = this.chosen.findingsOf(studyId, initiative.ideaId());
		return new LineOfSight(this.chosen.get(studyId, initiative.ideaId()),
				this.findings.ofStudy(studyId).stream().filter((finding) -> findingIds.contains(finding.id())).toList(),
				themes(studyId, initiative, member, held), held.size());
	}

	private List<ThemeSight> themes(Long studyId, Initiative initiative, Membership member,
			Map<Long, SessionRow> held) {
		Map<Long, Long> raisedIn = this.words.bySession(studyId)
			.stream()
			.collect(Collectors.groupingBy(ThemeInSession::themeId, Collectors.counting()));
		List<Long> ids = this.chosen.themesOf(studyId, initiative.ideaId());
		boolean mayRead = member.isLead() || member.isAnalyst();
		Map<Long, List<QuotedWords>> quoted = mayRead ? words(studyId, ids, held) : Map.of();
		return this.themes.ofStudy(studyId)
			.stream()
			.filter((theme) -> ids.contains(theme.id()))
			.map((theme) -> new ThemeSight(theme, raisedIn.getOrDefault(theme.id(), 0L),
					quoted.getOrDefault(theme.id(), List.of())))
			.toList();
	}

	private Map<Long, List<QuotedWords>> words(Long studyId, List<Long> themeIds, Map<Long, SessionRow> held) {
		return this.words.some(studyId, themeIds, WORDS_SHOWN, this.consents.against(studyId))
			.stream()
			.collect(Collectors.groupingBy(ThemeWords::themeId, Collectors
				.mapping((some) -> new QuotedWords(some, title(held, some.sessionId())), Collectors.toList())));
	}

	private static String title(Map<Long, SessionRow> held, Long sessionId) {
		SessionRow session = held.get(sessionId);
		return (session != null) ? session.title() : "";
	}

}
