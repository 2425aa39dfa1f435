package org.projectthrive.initiative;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.projectthrive.coding.CodedWords;
import org.projectthrive.coding.CodedWords.ThemeInSession;
import org.projectthrive.coding.CodedWords.Words;
import org.projectthrive.coding.Themes;
import org.projectthrive.coding.Themes.ThemeRow;
import org.projectthrive.initiative.LineOfSight.QuotedWords;
import org.projectthrive.initiative.LineOfSight.ThemeSight;
import org.projectthrive.retreat.ChosenIdeas;
import org.projectthrive.review.ReleasedFindings;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.study.Membership;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows an initiative back to the words that led to it, as far as whoever asks may see. */
@Service
@Transactional(readOnly = true)
class LineOfSightService {

	private static final int WORDS_SHOWN = 6;

	private final ChosenIdeas chosen;

	private final ReleasedFindings findings;

	private final Themes themes;

	private final CodedWords words;

	private final Sessions sessions;

	LineOfSightService(ChosenIdeas chosen, ReleasedFindings findings, Themes themes, CodedWords words,
			Sessions sessions) {
		this.chosen = chosen;
		this.findings = findings;
		this.themes = themes;
		this.words = words;
		this.sessions = sessions;
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
		return this.themes.ofStudy(studyId)
			.stream()
			.filter((theme) -> ids.contains(theme.id()))
			.map((theme) -> new ThemeSight(theme, raisedIn.getOrDefault(theme.id(), 0L),
					mayRead ? words(studyId, theme, held) : List.of()))
			.toList();
	}

	/** Starred words first; what two analysts coded alike stands there once. */
	private List<QuotedWords> words(Long studyId, ThemeRow theme, Map<Long, SessionRow> held) {
		Set<List<?>> quoted = new HashSet<>();
		return this.words.of(studyId, theme.id(), null)
			.stream()
			.sorted(Comparator.comparing(Words::starred).reversed())
			.filter((some) -> quoted.add(Arrays.asList(some.turnId(), some.noteId(), some.words())))
			.limit(WORDS_SHOWN)
			.map((some) -> new QuotedWords(some, title(held, some.sessionId())))
			.toList();
	}

	private static String title(Map<Long, SessionRow> held, Long sessionId) {
		SessionRow session = held.get(sessionId);
		return (session != null) ? session.title() : "";
	}

}
