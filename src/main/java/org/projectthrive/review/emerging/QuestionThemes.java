package org.projectthrive.review.emerging;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.guide.PublishedGuides.Question;

/** A guide question with the themes coded under it, most widely raised first. */
record QuestionThemes(Question question, int number, List<Line> lines) {

	/** The confirmed themes by their group, in the order of the groups. */
	public Map<ThemeGroup, List<Line>> confirmed() {
		return this.lines.stream()
			.filter(Line::isConfirmed)
			.collect(Collectors.groupingBy(Line::group, TreeMap::new, Collectors.toList()));
	}

	public List<ThemeGroup> groups() {
		return Arrays.asList(ThemeGroup.values());
	}

	/**
	 * A theme under a question.
	 *
	 * @param sessions the number of sessions in which it was raised under this question,
	 * of all that were held
	 * @param confirmed null while nobody has decided
	 * @param group under which it stands, or is proposed to stand
	 */
	public record Line(UUID questionKey, Long themeId, String name, String definition, int colour, int sessions,
			int held, @Nullable Boolean confirmed, ThemeGroup group) {

		public Grade grade() {
			return Grade.of(this.sessions, this.held);
		}

		public boolean isConfirmed() {
			return Boolean.TRUE.equals(this.confirmed);
		}

		public boolean isDismissed() {
			return Boolean.FALSE.equals(this.confirmed);
		}

	}

}
