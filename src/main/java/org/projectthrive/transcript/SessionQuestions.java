package org.projectthrive.transcript;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.projectthrive.guide.PublishedGuides;
import org.projectthrive.guide.PublishedGuides.PublishedGuide;
import org.projectthrive.guide.PublishedGuides.Question;
import org.projectthrive.session.Sessions;
import org.projectthrive.transcript.question.Asked;
import org.projectthrive.transcript.question.QuestionFinder;
import org.projectthrive.transcript.question.Said;
import org.projectthrive.transcript.question.Stretch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was asked in a session: the questions of the guide it ran on, and its unscripted
 * ones; and where in its talk.
 */
@Component
class SessionQuestions {

	private final PublishedGuides guides;

	private final Sessions sessions;

	private final JdbcClient jdbc;

	SessionQuestions(PublishedGuides guides, Sessions sessions, JdbcClient jdbc) {
		this.guides = guides;
		this.sessions = sessions;
		this.jdbc = jdbc;
	}

	List<Choice> choices(Long studyId, Long sessionId) {
		List<Choice> choices = new ArrayList<>();
		for (Question question : guide(studyId, sessionId)) {
			choices.add(new Choice("question:" + question.id(), "Q" + (choices.size() + 1) + " " + question.domain(),
					question.wording(), question.id(), null));
		}
		this.sessions.unscriptedQuestions(studyId, sessionId)
			.forEach((question) -> choices
				.add(new Choice("unscripted:" + question.id(), question.wording(), "", null, question.id())));
		return choices;
	}

	/** Where the questions seem to start in a talk. */
	List<Start> propose(Long studyId, Long sessionId, List<Said> turns) {
		List<Choice> choices = choices(studyId, sessionId);
		List<Asked> asked = new ArrayList<>();
		guide(studyId, sessionId).forEach(
				(question) -> asked.add(Asked.ofGuide(question.wording(), question.domain(), question.probeLines())));
		for (Opened opened : opened(studyId, sessionId)) {
			asked.add(Asked.unscripted(opened.wording(), opened.millis()));
		}
		List<Start> starts = new ArrayList<>();
		for (Stretch stretch : new QuestionFinder(asked).find(turns)) {
			starts.add(new Start(stretch.turn(), choices.get(stretch.question()), stretch.confidence()));
		}
		return starts;
	}

	private List<Question> guide(Long studyId, Long sessionId) {
		Long guideId = this.sessions.get(studyId, sessionId).guideId();
		return (guideId != null) ? this.guides.get(studyId, guideId).questions()
				: this.guides.findNewest(studyId).map(PublishedGuide::questions).orElse(List.of());
	}

	/** In the order of {@link Sessions#unscriptedQuestions}. */
	private List<Opened> opened(Long studyId, Long sessionId) {
		return this.jdbc
			.sql("""
					select u.wording, (extract(epoch from least(u.opened_at - s.started_at, interval '20 hours')) * 1000)::int as millis
					from unscripted_question u join focus_group_session s on s.id = u.session_id
					where u.study_id = ? and u.session_id = ? order by u.id""")
			.params(studyId, sessionId)
			.query(Opened.class)
			.list();
	}

	/**
	 * A question that turns can belong to.
	 *
	 * @param value stands for it in forms
	 * @param label how it is called in short
	 */
	public record Choice(String value, String label, String wording, @Nullable Long questionId,
			@Nullable Long unscriptedQuestionId) {

		/** Stands in forms for turns that belong to no question. */
		static final String NONE = "none";

	}

	/**
	 * Where a question seems to start.
	 *
	 * @param turn counted from 0
	 * @param confidence of 100
	 */
	record Start(int turn, Choice choice, int confidence) {
	}

	/** When an unscripted question was noted, from the start of the session. */
	private record Opened(String wording, @Nullable Integer millis) {
	}

}
