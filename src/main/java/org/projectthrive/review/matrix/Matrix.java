package org.projectthrive.review.matrix;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.Themes.ThemeRow;
import org.projectthrive.session.Sessions.SessionRow;

/** Sessions by domains, with what each session said and the themes found there. */
record Matrix(List<Column> columns, List<Row> rows, List<String> sites, List<String> professions) {

	private static final int MANY_POINTS = 10;

	/** Whether a session has so much to say about a domain that its column needs room. */
	public boolean isFull(Column column) {
		return this.rows.stream()
			.flatMap((row) -> row.cells().stream())
			.anyMatch((cell) -> cell.column().equals(column) && cell.points().size() > MANY_POINTS);
	}

	/** A domain. */
	public record Column(Long domainId, String name, @Nullable UUID questionKey) {
	}

	/** A held session; {@code stage} is null while it has no summary. */
	public record Row(SessionRow session, @Nullable String stage, List<Cell> cells) {

		public boolean isAgreed() {
			return "AGREED".equals(this.stage);
		}

	}

	/** What a session said about a domain. */
	public record Cell(Column column, boolean notDiscussed, @Nullable String leaning, List<String> points,
			List<ThemeRow> themes) {

		/** Nothing was written: not the same as not discussed. */
		public boolean isEmpty() {
			return !this.notDiscussed && this.points.isEmpty();
		}

	}

}
