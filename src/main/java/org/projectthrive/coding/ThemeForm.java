package org.projectthrive.coding;

import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ThemeForm(@NotBlank @Size(max = 100) @Nullable String name, @Size(max = 2000) @Nullable String definition,
		@Size(max = 2000) @Nullable String useWhen, @Size(max = 2000) @Nullable String notWhen,
		@Size(max = 2000) @Nullable String example, @NotNull @Nullable ThemeGroup group,
		@NotNull @Min(1) @Max(Theme.COLOURS) @Nullable Integer colour, @Nullable Long parentId,
		@Nullable Integer version) {

	/** An empty form, under the given theme and in its colour if there is one. */
	static ThemeForm under(@Nullable Theme parent) {
		return new ThemeForm(null, null, null, null, null, ThemeGroup.NONE, (parent != null) ? parent.colour() : 1,
				(parent != null) ? parent.id() : null, null);
	}

	static ThemeForm of(Theme theme) {
		Meaning meaning = theme.meaning();
		return new ThemeForm(meaning.name(), meaning.definition(), meaning.useWhen(), meaning.notWhen(),
				meaning.example(), theme.group(), theme.colour(), theme.parentId(), theme.version());
	}

	Meaning meaning() {
		return new Meaning(text(this.name), text(this.definition), text(this.useWhen), text(this.notWhen),
				text(this.example));
	}

	ThemeGroup groupOrNone() {
		return Objects.requireNonNullElse(this.group, ThemeGroup.NONE);
	}

	int colourOrFirst() {
		return Objects.requireNonNullElse(this.colour, 1);
	}

	/** Whether the theme was changed after this form was shown. */
	boolean isStale(Theme theme) {
		return this.version != null && this.version != theme.version();
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
