package org.projectthrive.session.consent;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

/**
 * The consent text as it was entered.
 *
 * @param version of the draft that was changed; 0 when there was none
 */
record ConsentTextForm(@NotBlank @Size(max = 10000) String words, @Min(3) @Max(50) Integer countsUnder,
		@Min(3) @Max(100) Integer quotesUnder, Integer version) {

	ConsentTextForm(@Nullable String words, @Nullable Integer countsUnder, @Nullable Integer quotesUnder,
			@Nullable Integer version) {
		this.words = (words != null) ? words.replace("\r\n", "\n").strip() : "";
		this.countsUnder = (countsUnder != null) ? countsUnder : 0;
		this.quotesUnder = (quotesUnder != null) ? quotesUnder : 0;
		this.version = (version != null) ? version : 0;
	}

	static ConsentTextForm of(ConsentText text) {
		return new ConsentTextForm(text.words(), text.countsUnder(), text.quotesUnder(),
				text.isPublished() ? 0 : text.version());
	}

	/**
	 * Both thresholds are printed in it, and a quote needs no smaller group than a count.
	 */
	void check(BindingResult errors) {
		if (errors.getTarget() == null) { // something else is no number
			return;
		}
		if (!this.words.contains(ConsentText.COUNTS) || !this.words.contains(ConsentText.QUOTES)) {
			errors.rejectValue("words", "consent.words.thresholds");
		}
		if (this.quotesUnder < this.countsUnder) {
			errors.rejectValue("quotesUnder", "consent.quotesUnder.small");
		}
	}

}
