package org.projectthrive.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.notes.RunningSession;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares what was typed at the live pages of a session with what is stored of it. */
final class ReplayOracle {

	private ReplayOracle() {
	}

	/** The notes of a session in the order in which everybody sees them. */
	static List<Stored> stored(RunningSession session) {
		return session.jdbc()
			.sql("""
					select n.text, n.kind, n.speaker, n.author_id as author, q.wording as topic from note n
					left join guide_question q on q.id = n.question_id where n.session_id = ? order by n.seq""")
			.param(session.id())
			.query(Stored.class)
			.list();
	}

	static List<String> parked(RunningSession session) {
		return session.jdbc()
			.sql("select text from parked_topic where session_id = ? order by parked_at")
			.param(session.id())
			.query(String.class)
			.list();
	}

	static Verdict judge(Notebook notebook, List<Stored> all, List<String> parked) {
		List<Stored> mine = all.stream().filter((one) -> one.author().equals(notebook.personId())).toList();
		List<String> lost = new ArrayList<>(notebook.lostHalves());
		List<String> doubled = new ArrayList<>();
		List<String> misfiled = new ArrayList<>();
		List<String> phantoms = new ArrayList<>(mine.stream().map(Stored::text).toList());
		List<Integer> places = new ArrayList<>();
		for (TypedNote note : notebook.notes()) {
			List<Stored> found = mine.stream().filter((one) -> note.hasRead(one.text())).toList();
			Optional<Stored> kept = found.stream().filter((one) -> note.possible().contains(one.text())).findFirst();
			found.forEach((one) -> phantoms.remove(one.text()));
			if (note.isCertain() && kept.isEmpty()) {
				lost.add(note + " " + found);
			}
			if (found.size() > 1) {
				doubled.add(note.toString());
			}
			if (note.isPlaced() && kept.isPresent()) {
				places.add(mine.indexOf(kept.get()));
			}
			kept.filter((one) -> !one.isFiledAs(note)).ifPresent((one) -> misfiled.add(note + " " + one));
		}
		for (TypedNote topic : notebook.parked()) {
			long times = parked.stream().filter(topic::hasRead).count();
			if (times == 0 && topic.isCertain()) {
				lost.add("parked " + topic);
			}
			if (times > 1) {
				doubled.add("parked " + topic);
			}
		}
		return new Verdict(notebook.notes().size(), notebook.parked().size(), lost, doubled, phantoms, misfiled,
				places);
	}

	/** A note as it is stored. */
	record Stored(String text, String kind, @Nullable String speaker, Long author, String topic) {

		private boolean isFiledAs(TypedNote note) {
			return this.kind.equals(note.kind()) && Objects.equals(this.speaker, note.speaker())
					&& (note.topic() == null || note.topic().equals(this.topic));
		}

	}

	/**
	 * What became of what one person typed.
	 *
	 * @param notes how many notes were typed
	 * @param parked how many topics were parked
	 * @param lost typed more than a second before a kill and not stored
	 * @param doubled stored twice
	 * @param phantoms stored and never typed
	 * @param misfiled stored with another kind, speaker or question
	 * @param places where the notes stand, in the order in which they were typed
	 */
	record Verdict(int notes, int parked, List<String> lost, List<String> doubled, List<String> phantoms,
			List<String> misfiled, List<Integer> places) {

		void assertAllKept() {
			assertThat(this.lost).as("lost").isEmpty();
			assertThat(this.doubled).as("stored twice").isEmpty();
			assertThat(this.phantoms).as("never typed").isEmpty();
			assertThat(this.misfiled).as("misfiled").isEmpty();
			assertThat(this.places).as("places").isSorted();
		}

		@Override
		public String toString() {
			return "%d notes and %d parked topics typed: lost %d, doubled %d, phantom %d, misfiled %d".formatted(
					this.notes, this.parked, this.lost.size(), this.doubled.size(), this.phantoms.size(),
					this.misfiled.size());
		}

	}

}
