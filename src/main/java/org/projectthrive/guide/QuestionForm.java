package org.projectthrive.guide;

import java.util.Objects;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.projectthrive.guide.question.JoyComponent;
import org.projectthrive.guide.question.Polarity;
import org.projectthrive.guide.question.QuestionText;

record QuestionForm(@NotBlank @Size(max = 500) @Nullable String wording,
		@NotBlank @Size(max = 80) @Nullable String domain, @Size(max = 500) @Nullable String intent,
		@NotNull @Nullable Polarity polarity, @NotNull @Min(1) @Max(60) @Nullable Integer minutes,
		@Size(max = 2000) @Nullable String probes, @NotEmpty @Nullable Set<JoyComponent> components,
		@Nullable Long section, @Nullable Integer version) {

	/** A new question, to stand in the last section. */
	static QuestionForm newIn(Guide guide) {
		Long section = guide.sections().stream().reduce((one, next) -> next).map(GuideSection::id).orElse(null);
		return new QuestionForm(null, null, null, Polarity.OPEN, 5, null, Set.of(), section, null);
	}

	static QuestionForm of(GuideQuestion question) {
		QuestionText text = question.text();
		GuideSection section = question.section();
		return new QuestionForm(text.wording(), text.domain(), text.intent(), text.polarity(), text.minutes(),
				text.probes(), text.components(), (section != null) ? section.id() : null, question.version());
	}

	QuestionText text() {
		return new QuestionText(orEmpty(this.wording), orEmpty(this.domain), orEmpty(this.intent),
				Objects.requireNonNull(this.polarity), Objects.requireNonNull(this.minutes), orEmpty(this.probes),
				Objects.requireNonNull(this.components));
	}

	int versionOrNone() {
		return (this.version != null) ? this.version : -1;
	}

	private static String orEmpty(@Nullable String words) {
		return (words != null) ? words : "";
	}

}
