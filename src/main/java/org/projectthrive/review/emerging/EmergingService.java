package org.projectthrive.review.emerging;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.CodedWords;
import org.projectthrive.coding.CodedWords.ThemeInSession;
import org.projectthrive.coding.Themes;
import org.projectthrive.coding.Themes.ThemeRow;
import org.projectthrive.guide.PublishedGuides;
import org.projectthrive.guide.PublishedGuides.Question;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.review.emerging.QuestionThemes.Line;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which themes emerge under which question: codings propose, an analyst decides. */
@Service
@Transactional(readOnly = true)
class EmergingService {

	private final PublishedGuides guides;

	private final Sessions sessions;

	private final Themes themes;

	private final CodedWords codedWords;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	EmergingService(PublishedGuides guides, Sessions sessions, Themes themes, CodedWords codedWords, JdbcClient jdbc,
			AuditLog audit, Clock clock) {
		this.guides = guides;
		this.sessions = sessions;
		this.themes = themes;
		this.codedWords = codedWords;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	List<QuestionThemes> ofStudy(Long studyId) {
		Set<Long> held = this.sessions.ofStudy(studyId)
			.stream()
			.filter(SessionRow::isHeld)
			.map(SessionRow::id)
			.collect(Collectors.toSet());
		Map<Place, Long> raised = this.codedWords.byQuestionAndSession(studyId)
			.stream()
			.filter((one) -> held.contains(one.sessionId()))
			.collect(Collectors.groupingBy(Place::of, Collectors.counting()));
		List<ThemeRow> codebook = this.themes.ofStudy(studyId);
		Map<Place, Decision> decisions = decisions(studyId);
		List<QuestionThemes> all = new ArrayList<>();
		for (Question question : this.guides.everAsked(studyId)) {
			List<Line> lines = codebook.stream()
				.filter((theme) -> raised.containsKey(Place.of(question, theme))
						|| decisions.containsKey(Place.of(question, theme)))
				.map((theme) -> line(question, theme, raised.getOrDefault(Place.of(question, theme), 0L).intValue(),
						held.size(), decisions.get(Place.of(question, theme))))
				.sorted(Comparator.comparing(Line::sessions).reversed().thenComparing(Line::name))
				.toList();
			all.add(new QuestionThemes(question, all.size() + 1, lines));
		}
		return all;
	}

	/**
	 * An analyst confirms or dismisses a theme under a question, or sets its group; the
	 * last word counts.
	 */
	@Transactional
	void decide(Long studyId, UUID questionKey, Long themeId, boolean confirmed, ThemeGroup group, Long personId) {
		requireOfStudy(studyId, questionKey, themeId);
		this.jdbc
			.sql("""
					insert into emerging_theme (study_id, question_key, theme_id, theme_group, confirmed, decided_by, decided_at)
					values (?, ?, ?, ?, ?, ?, ?)
					on conflict (study_id, question_key, theme_id) do update set theme_group = excluded.theme_group,
					    confirmed = excluded.confirmed, decided_by = excluded.decided_by, decided_at = excluded.decided_at""")
			.params(studyId, questionKey, themeId, group.name(), confirmed, personId,
					this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		this.audit.record(studyId, confirmed ? "theme.confirmed" : "theme.dismissed", themeId);
	}

	/** Takes a decision back: the theme is proposed again as long as it is coded. */
	@Transactional
	void undecide(Long studyId, UUID questionKey, Long themeId) {
		requireOfStudy(studyId, questionKey, themeId);
		this.jdbc.sql("delete from emerging_theme where study_id = ? and question_key = ? and theme_id = ?")
			.params(studyId, questionKey, themeId)
			.update();
		this.audit.record(studyId, "theme.undecided", themeId);
	}

	private void requireOfStudy(Long studyId, UUID questionKey, Long themeId) {
		boolean isAsked = this.guides.everAsked(studyId)
			.stream()
			.anyMatch((question) -> question.key().equals(questionKey));
		boolean isTheme = this.themes.ofStudy(studyId).stream().anyMatch((theme) -> theme.id().equals(themeId));
		if (!isAsked || !isTheme) {
			throw new NotFound("theme " + themeId + " under a question");
		}
	}

	private Map<Place, Decision> decisions(Long studyId) {
		return this.jdbc
			.sql("select question_key, theme_id, theme_group, confirmed from emerging_theme where study_id = ?")
			.param(studyId)
			.query(Decision.class)
			.list()
			.stream()
			.collect(Collectors.toMap((one) -> new Place(one.questionKey(), one.themeId()), Function.identity()));
	}

	private static Line line(Question question, ThemeRow theme, int sessions, int held, @Nullable Decision decision) {
		return new Line(question.key(), theme.id(), theme.name(), theme.definition(), theme.colour(), sessions, held,
				(decision != null) ? decision.confirmed() : null,
				(decision != null) ? decision.themeGroup() : ThemeGroup.valueOf(theme.themeGroup()));
	}

	private record Decision(UUID questionKey, Long themeId, ThemeGroup themeGroup, boolean confirmed) {
	}

	private record Place(@Nullable UUID questionKey, Long themeId) {

		static Place of(ThemeInSession one) {
			return new Place(one.questionKey(), one.themeId());
		}

		static Place of(Question question, ThemeRow theme) {
			return new Place(question.key(), theme.id());
		}

	}

}
