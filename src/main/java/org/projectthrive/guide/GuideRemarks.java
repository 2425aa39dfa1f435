package org.projectthrive.guide;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.projectthrive.guide.question.Remark;

/** The remarks on a guide, question by question. */
record GuideRemarks(Map<UUID, List<Remark>> byQuestion, boolean isTooLong) {

	static final GuideRemarks NONE = new GuideRemarks(Map.of(), false);

	public List<Remark> about(GuideQuestion question) {
		return this.byQuestion.getOrDefault(question.key(), List.of());
	}

	/** How many there are, the one on the length included. */
	public int count() {
		return this.byQuestion.values().stream().mapToInt(List::size).sum() + (this.isTooLong ? 1 : 0);
	}

}
