package org.projectthrive.transcript;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.names.TypedSize;

/**
 * The words of a turn as they should be.
 *
 * @param version of the words that were looked at
 * @param secret whether the words until now shall not be kept
 * @param asTyped whether words that look like a name are none
 */
record CorrectionForm(@NotBlank @TypedSize(max = CorrectionForm.LONGEST) @Nullable String text, Integer version,
		@Nullable Boolean secret, @Nullable Boolean asTyped) {

	static final int LONGEST = 20_000;

	CorrectionForm(@Nullable String text, @Nullable Integer version, @Nullable Boolean secret,
			@Nullable Boolean asTyped) {
		this.text = text;
		this.version = (version != null) ? version : -1;
		this.secret = secret;
		this.asTyped = asTyped;
	}

	static CorrectionForm of(String text, int version) {
		return new CorrectionForm(text, version, false, false);
	}

	/** Without the line ends of a browser. */
	String words() {
		return String.valueOf(this.text).replace("\r\n", "\n").strip();
	}

	boolean isSecret() {
		return Boolean.TRUE.equals(this.secret);
	}

	boolean isAsTyped() {
		return Boolean.TRUE.equals(this.asTyped);
	}

	CorrectionForm with(String words, int newVersion) {
		return new CorrectionForm(words, newVersion, this.secret, this.asTyped);
	}

}
