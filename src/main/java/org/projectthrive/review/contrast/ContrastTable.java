package org.projectthrive.review.contrast;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.projectthrive.review.domain.Side;
import org.projectthrive.session.Sessions;

/**
 * What makes the job difficult beside what happens when things go well, and the points
 * that stand nowhere yet.
 */
record ContrastTable(List<TopicRow> topics, List<StatementRow> statements, List<PointRow> unplaced) {

	public List<StatementRow> of(TopicRow topic, Side side) {
		return this.statements.stream()
			.filter((statement) -> statement.topicId().equals(topic.id()) && statement.side() == side)
			.toList();
	}

	public List<StatementRow> on(Side side) {
		return this.statements.stream().filter((statement) -> statement.side() == side).toList();
	}

	public List<PointRow> unplacedOn(Side side) {
		return this.unplaced.stream().filter((point) -> point.side() == side).toList();
	}

	/** A row of the table. */
	public record TopicRow(Long id, String name) {
	}

	/**
	 * A statement.
	 *
	 * @param sessions the number of sessions in which a point says so
	 */
	public record StatementRow(Long id, Long topicId, String topic, Side side, String text, int sessions, int points) {
	}

	/**
	 * A summary point.
	 *
	 * @param session the title of the session that it sums up
	 */
	public record PointRow(Long id, Side side, String text, Long sessionId, String session) {
	}

	/**
	 * A quote that bears out a point.
	 *
	 * @param withheld whether who said it does not agree to be quoted: then there are no
	 * words
	 */
	public record QuoteRow(Long pointId, Long sessionId, @Nullable Long turnId, @Nullable String noteKind,
			@Nullable String speaker, @Nullable Integer startsMs, String words, boolean withheld) {

		/** Without its words, when one of these has said them. */
		QuoteRow without(Set<String> codes) {
			return (this.speaker == null || !codes.contains(this.speaker)) ? this : new QuoteRow(this.pointId,
					this.sessionId, this.turnId, this.noteKind, this.speaker, this.startsMs, "", true);
		}

		/** Words as they were spoken. */
		public boolean isSaid() {
			return Sessions.isSaid(this.noteKind);
		}

	}

}
