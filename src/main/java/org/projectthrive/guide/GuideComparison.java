package org.projectthrive.guide;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Two versions of a guide side by side: a question is the same one when its key is. */
record GuideComparison(Guide from, Guide to, List<Row> rows) {

	static GuideComparison of(Guide from, Guide to) {
		Map<UUID, GuideQuestion> before = byKey(from);
		Map<UUID, GuideQuestion> after = byKey(to);
		Stream<Row> stillAsked = to.questions()
			.stream()
			.map((question) -> new Row(before.get(question.key()), question));
		Stream<Row> dropped = from.questions()
			.stream()
			.filter((question) -> !after.containsKey(question.key()))
			.map((question) -> new Row(question, null));
		return new GuideComparison(from, to, Stream.concat(stillAsked, dropped).toList());
	}

	private static Map<UUID, GuideQuestion> byKey(Guide guide) {
		return guide.questions().stream().collect(Collectors.toMap(GuideQuestion::key, Function.identity()));
	}

	/** A question in one version or in both. */
	record Row(@Nullable GuideQuestion before, @Nullable GuideQuestion after) {

		public Change change() {
			if (this.before == null) {
				return Change.ADDED;
			}
			if (this.after == null) {
				return Change.DROPPED;
			}
			if (!this.before.text().equals(this.after.text())) {
				return Change.REWORDED;
			}
			return (this.before.position() == this.after.position()) ? Change.SAME : Change.MOVED;
		}

	}

	/** What became of a question from one version to the other. */
	enum Change {

		SAME, MOVED, REWORDED, ADDED, DROPPED

	}

}
