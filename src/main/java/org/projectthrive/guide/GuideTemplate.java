package org.projectthrive.guide;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.projectthrive.guide.question.JoyComponent;
import org.projectthrive.guide.question.Polarity;
import org.projectthrive.guide.question.QuestionText;

/** A guide to begin with, as a file of questions in YAML. */
record GuideTemplate(String title, List<TemplateQuestion> questions) {

	Guide guideFor(Long studyId) {
		Guide guide = new Guide(studyId, 1, this.title);
		this.questions.forEach((question) -> guide.ask(question.text(), null));
		return guide;
	}

	/** A question of a template; {@code key} names it for those who load it. */
	record TemplateQuestion(@Nullable String key, String domain, String wording, String intent, Polarity polarity,
			int minutes, Set<JoyComponent> components, List<String> probes) {

		QuestionText text() {
			return new QuestionText(this.wording, this.domain, this.intent, this.polarity, this.minutes,
					String.join("\n", this.probes), this.components);
		}

	}

}
