package org.projectthrive.session.debrief;

import java.util.function.UnaryOperator;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.names.TypedSize;

/**
 * The debrief as it was entered.
 *
 * @param version the version that was changed; {@link #NEW} before the first save
 */
record DebriefForm(@NotBlank @TypedSize(max = DebriefForm.LONGEST) String topThemes,
		@TypedSize(max = DebriefForm.LONGEST) String surprises,
		@TypedSize(max = DebriefForm.LONGEST) String differences, @TypedSize(max = DebriefForm.LONGEST) String climate,
		@TypedSize(max = DebriefForm.LONGEST) String guideChanges, Integer version) {

	static final int NEW = -1;

	static final int LONGEST = 4000;

	static final DebriefForm EMPTY = new DebriefForm("", "", "", "", "", NEW);

	DebriefForm(@Nullable String topThemes, @Nullable String surprises, @Nullable String differences,
			@Nullable String climate, @Nullable String guideChanges, @Nullable Integer version) {
		this.topThemes = text(topThemes);
		this.surprises = text(surprises);
		this.differences = text(differences);
		this.climate = text(climate);
		this.guideChanges = text(guideChanges);
		this.version = (version != null) ? version : NEW;
	}

	static DebriefForm of(Debrief debrief) {
		return new DebriefForm(debrief.topThemes(), debrief.surprises(), debrief.differences(), debrief.climate(),
				debrief.guideChanges(), debrief.version());
	}

	/** The same words, now as a change of the given version. */
	DebriefForm basedOn(int newer) {
		return new DebriefForm(this.topThemes, this.surprises, this.differences, this.climate, this.guideChanges,
				newer);
	}

	/** The same form with other words. */
	DebriefForm covered(UnaryOperator<String> cover) {
		return new DebriefForm(cover.apply(this.topThemes), cover.apply(this.surprises), cover.apply(this.differences),
				cover.apply(this.climate), cover.apply(this.guideChanges), this.version);
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value.replace("\r\n", "\n").strip() : "";
	}

}
