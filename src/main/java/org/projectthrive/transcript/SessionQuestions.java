package org.projectthrive.transcript;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.projectthrive.guide.PublishedGuides;
import org.projectthrive.guide.PublishedGuides.PublishedGuide;
import org.projectthrive.guide.PublishedGuides.Question;
import org.projectthrive.session.Sessions;

import org.springframework.stereotype.Component;

/**
 * What was asked in a session: the questions of the guide it ran on, and its unscripted
 * ones.
 */
@Component
class SessionQuestions {

	private final PublishedGuides guides;

	private final Sessions sessions;

	SessionQuestions(PublishedGuides guides, Sessions sessions) {
		this.guides = guides;
		this.sessions = sessions;
	}

	List<Question> guide(Long studyId, Long sessionId) {
		Long guideId = this.sessions.get(studyId, sessionId).guideId();
		return (guideId != null) ? this.guides.get(studyId, guideId).questions()
				: this.guides.findNewest(studyId).map(PublishedGuide::questions).orElse(List.of());
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

	/**
	 * A question that turns can belong to.
	 *
	 * @param value stands for it in forms
	 * @param label how it is called in short
	 */
	public record Choice(String value, String label, String wording, @Nullable Long questionId,
			@Nullable Long unscriptedQuestionId) {
	}

}
