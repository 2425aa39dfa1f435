package org.projectthrive.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.projectthrive.fault.SaveLog.Save;
import org.projectthrive.session.notes.RunningSession;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares what was sent and acknowledged with what the database holds after a fault. */
final class SaveOracle {

	private SaveOracle() {
	}

	/** What became of the notes of a session. */
	static Verdict judge(SaveLog log, JdbcClient database, RunningSession session) {
		List<Save> revisions = database.sql("""
				select r.note_id as id, r.version, r.text from note_revision r join note n on n.id = r.note_id
				where n.session_id = ?""").param(session.id()).query(SaveOracle::save).list();
		List<Save> notes = database.sql("select id, version, text from note where session_id = ?")
			.param(session.id())
			.query(SaveOracle::save)
			.list();
		assertThat(revisions).as("what the notes say is their newest revision").containsAll(notes);
		return compare(log, revisions);
	}

	static Verdict compare(SaveLog log, List<Save> stored) {
		Set<Save> storedOnce = new HashSet<>(stored);
		Set<Save> sent = new HashSet<>(log.sent());
		Set<Save> acknowledged = new HashSet<>(log.acknowledged());
		List<Save> duplicates = new ArrayList<>();
		Set<String> texts = new HashSet<>();
		Set<String> versions = new HashSet<>();
		for (Save save : stored) {
			boolean newText = texts.add(save.hash());
			boolean newVersion = versions.add(save.id() + " " + save.version());
			if (!newText || !newVersion) {
				duplicates.add(save);
			}
		}
		return new Verdict(acknowledged.size(), without(acknowledged, storedOnce), duplicates,
				without(storedOnce, sent), without(sent, acknowledged));
	}

	private static List<Save> without(Set<Save> all, Set<Save> some) {
		return all.stream().filter((save) -> !some.contains(save)).toList();
	}

	private static Save save(ResultSet row, int number) throws SQLException {
		return Save.of(row.getObject("id", UUID.class), row.getInt("version"), row.getString("text"));
	}

	/**
	 * The four ways in which keeping notes can fail.
	 *
	 * @param acknowledged how many saves were
	 * @param lost acknowledged and not stored
	 * @param duplicates stored twice
	 * @param phantoms stored and never sent
	 * @param unresolved sent, and never acknowledged however often it was tried
	 */
	record Verdict(int acknowledged, List<Save> lost, List<Save> duplicates, List<Save> phantoms,
			List<Save> unresolved) {

		/** Nothing went wrong, and enough was saved to mean something. */
		void assertAllKept(int enough) {
			assertThat(this.lost).as("lost").isEmpty();
			assertThat(this.duplicates).as("stored twice").isEmpty();
			assertThat(this.phantoms).as("never sent").isEmpty();
			assertThat(this.unresolved).as("never acknowledged").isEmpty();
			assertThat(this.acknowledged).as("acknowledged saves").isGreaterThanOrEqualTo(enough);
		}

		@Override
		public String toString() {
			return "%d acknowledged, lost %d, duplicate %d, phantom %d, unresolved %d".formatted(this.acknowledged,
					this.lost.size(), this.duplicates.size(), this.phantoms.size(), this.unresolved.size());
		}

	}

}
