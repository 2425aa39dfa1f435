package org.projectthrive.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The order of a guide: the questions before any section, then section by section. Moving
 * numbers all anew.
 */
final class GuideOutline {

	private final List<Part> parts;

	GuideOutline(List<GuideSection> sections, List<GuideQuestion> questions) {
		this.parts = Stream
			.concat(Stream.of(new Part(null, in(null, questions))),
					sections.stream().map((section) -> new Part(section, in(section, questions))))
			.toList();
	}

	List<Part> parts() {
		return this.parts;
	}

	/**
	 * Puts a question into a section, or before all sections, at an index that counts
	 * from 0; too large means last.
	 */
	void move(GuideQuestion question, @Nullable GuideSection section, int index) {
		this.parts.forEach((part) -> part.questions().remove(question));
		List<GuideQuestion> there = part(section).questions();
		there.add(Math.min(Math.max(index, 0), there.size()), question);
		question.placeIn(section);
		number();
	}

	void moveEarlier(GuideQuestion question) {
		Part part = part(question.section());
		int index = part.questions().indexOf(question);
		int before = this.parts.indexOf(part) - 1;
		if (index > 0) {
			move(question, part.section(), index - 1);
		}
		else if (before >= 0) {
			move(question, this.parts.get(before).section(), Integer.MAX_VALUE);
		}
	}

	void moveLater(GuideQuestion question) {
		Part part = part(question.section());
		int index = part.questions().indexOf(question);
		int after = this.parts.indexOf(part) + 1;
		if (index < part.questions().size() - 1) {
			move(question, part.section(), index + 1);
		}
		else if (after < this.parts.size()) {
			move(question, this.parts.get(after).section(), 0);
		}
	}

	/** What is in a section goes to the end of what comes before it. */
	void dissolve(GuideSection section) {
		Part before = this.parts.get(this.parts.indexOf(part(section)) - 1);
		for (GuideQuestion question : List.copyOf(part(section).questions())) {
			move(question, before.section(), Integer.MAX_VALUE);
		}
	}

	void number() {
		int position = 0;
		for (Part part : this.parts) {
			for (GuideQuestion question : part.questions()) {
				question.standAt(++position);
			}
		}
	}

	private Part part(@Nullable GuideSection section) {
		return this.parts.stream().filter((part) -> part.section() == section).findFirst().orElseThrow();
	}

	private static List<GuideQuestion> in(@Nullable GuideSection section, List<GuideQuestion> questions) {
		return new ArrayList<>(questions.stream().filter((question) -> question.section() == section).toList());
	}

	/** A section with its questions; the first part has no section. */
	record Part(@Nullable GuideSection section, List<GuideQuestion> questions) {

		public boolean isShown() {
			return this.section != null || !this.questions.isEmpty();
		}

	}

}
