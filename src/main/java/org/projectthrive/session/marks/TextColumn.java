package org.projectthrive.session.marks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A column with texts in which a name may stand.
 *
 * @param id the column that tells its rows apart
 * @param longest what its form takes, in characters; what is longer once it is covered is
 * cut, so that it can be edited
 * @param once whether no two rows of a study say the same
 * @param rows which rows are meant, in SQL; {@code :session} stands for the session
 * @param versioned whether a row has a version, by which an open form is known to be old
 */
public record TextColumn(String table, String id, String column, int longest, boolean once, String rows,
		boolean versioned) {

	private static final String CUT = "…";

	/** Of the rows that belong to a session. */
	public static TextColumn ofSession(String table, String id, String column, int longest, String rows) {
		return new TextColumn(table, id, column, longest, false, rows, false);
	}

	/** Of all rows of a study. */
	public static TextColumn ofStudy(String table, String column, int longest) {
		return new TextColumn(table, "id", column, longest, false, "true", false);
	}

	/** Of all rows of a study, each of which says something else. */
	public static TextColumn onceInStudy(String table, String column, int longest) {
		return new TextColumn(table, "id", column, longest, true, "true", false);
	}

	/** The same of rows that have a version. */
	public TextColumn withVersion() {
		return new TextColumn(this.table, this.id, this.column, this.longest, this.once, this.rows, true);
	}

	/** Covers its texts of a session; in how many of them there was a name. */
	public int cover(JdbcClient jdbc, Long studyId, Long sessionId, UnaryOperator<String> covering) {
		return cover(jdbc, studyId, Map.of("session", sessionId), covering);
	}

	/** Covers its texts of a study; in how many of them there was a name. */
	public int cover(JdbcClient jdbc, Long studyId, UnaryOperator<String> covering) {
		return cover(jdbc, studyId, Map.of(), covering);
	}

	private int cover(JdbcClient jdbc, Long studyId, Map<String, Long> where, UnaryOperator<String> covering) {
		List<Long> named = jdbc
			.sql("select %s as id, %s as text from %s where study_id = :study and %s and %2$s <> '' order by 1"
				.formatted(this.id, this.column, this.table, this.rows))
			.param("study", studyId)
			.params(where)
			.query((row, number) -> new Cell(row.getLong("id"), row.getString("text")))
			.stream()
			.filter((cell) -> !cell.text().equals(covering.apply(cell.text())))
			.map(Cell::id)
			.toList();
		return named.stream().mapToInt((row) -> put(jdbc, studyId, row, covering)).sum();
	}

	/**
	 * The row is held and its text read once more: somebody may have changed it in the
	 * same moment, and then it is the new text that is covered.
	 */
	private int put(JdbcClient jdbc, Long studyId, Long row, UnaryOperator<String> covering) {
		Optional<Cell> held = jdbc
			.sql("select %s as id, %s as text from %s where study_id = ? and %1$s = ? for no key update"
				.formatted(this.id, this.column, this.table))
			.params(studyId, row)
			.query((result, number) -> new Cell(result.getLong("id"), result.getString("text")))
			.optional();
		String covered = held.map(Cell::text).map(covering).orElse("");
		if (held.isEmpty() || covered.equals(held.get().text())) {
			return 0;
		}
		String words = cut(covered, "");
		for (int number = 2; this.once && isTaken(jdbc, studyId, row, words); number++) {
			words = cut(covered, " (" + number + ")");
		}
		String raised = this.versioned ? ", version = version + 1" : "";
		return jdbc
			.sql("update %s set %s = :words%s where study_id = :study and %s = :id".formatted(this.table, this.column,
					raised, this.id))
			.param("words", words)
			.param("study", studyId)
			.param("id", row)
			.update();
	}

	private boolean isTaken(JdbcClient jdbc, Long studyId, Long rowId, String words) {
		return jdbc
			.sql("select exists (select from %s where study_id = ? and %s <> ? and lower(%s) = lower(?))"
				.formatted(this.table, this.id, this.column))
			.params(studyId, rowId, words)
			.query(Boolean.class)
			.single();
	}

	private String cut(String words, String end) {
		int room = this.longest - end.length();
		if (words.length() <= room) {
			return words + end;
		}
		int to = room - CUT.length();
		boolean half = Character.isSurrogatePair(words.charAt(to - 1), words.charAt(to));
		return words.substring(0, half ? to - 1 : to) + CUT + end;
	}

	private record Cell(Long id, String text) {
	}

}
