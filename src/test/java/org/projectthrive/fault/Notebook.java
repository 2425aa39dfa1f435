package org.projectthrive.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one person has typed, in their order. What was typed less than a second before
 * their browser was killed may be gone; all else must be stored.
 */
final class Notebook {

	private static final long A_SECOND = Duration.ofSeconds(1).toNanos();

	private final Long personId;

	private final List<TypedNote> notes = new ArrayList<>();

	private final List<TypedNote> parked = new ArrayList<>();

	private final List<Half> halves = new ArrayList<>();

	private final List<String> lostHalves = new ArrayList<>();

	private int needlessSignIns;

	Notebook(Long personId) {
		this.personId = personId;
	}

	Long personId() {
		return this.personId;
	}

	List<TypedNote> notes() {
		return this.notes;
	}

	List<TypedNote> parked() {
		return this.parked;
	}

	/**
	 * Beginnings of notes that were not there any more, although they should have been.
	 */
	List<String> lostHalves() {
		return this.lostHalves;
	}

	Half begin(TypedNote note, String text) {
		Half half = new Half(note, text);
		this.halves.add(half);
		return half;
	}

	/** The half becomes a whole note: its writer is about to press the last key. */
	TypedNote finishing(Half half) {
		this.halves.remove(half);
		this.notes.remove(half.note);
		this.notes.add(half.note);
		half.note.finishing(half.text);
		return half.note;
	}

	/** The half-typed note that begins with these words. */
	Optional<Half> half(String beginning) {
		return this.halves.stream().filter((half) -> half.text.startsWith(beginning)).findFirst();
	}

	/** The finished note that reads, or read, so. */
	Optional<TypedNote> note(String text) {
		return this.notes.stream().filter((note) -> note.hasRead(text)).findFirst();
	}

	void killed(long when) {
		this.notes.forEach((note) -> note.killed(when));
		this.parked.forEach((note) -> note.killed(when));
		this.halves.forEach((half) -> half.killed(when));
	}

	/** How often the page asked who is there although the browser had not been closed. */
	int needlessSignIns() {
		return this.needlessSignIns;
	}

	/** Its writer has looked everywhere: what is still half has not come back. */
	void close(int needlessSignIns) {
		this.needlessSignIns = needlessSignIns;
		this.halves.stream().map((half) -> half.sure).filter((sure) -> !sure.isEmpty()).forEach(this.lostHalves::add);
	}

	/** A note in the middle of being typed. */
	static final class Half {

		private final TypedNote note;

		private final String text;

		private final List<Chunk> chunks = new ArrayList<>();

		private String sure = "";

		private Half(TypedNote note, String text) {
			this.note = note;
			this.text = text;
		}

		TypedNote note() {
			return this.note;
		}

		String text() {
			return this.text;
		}

		/** So much of it stands in the box now. */
		void typed(String soFar) {
			this.chunks.add(new Chunk(soFar, System.nanoTime()));
		}

		/** What must come back. */
		String sure() {
			return this.sure;
		}

		private void killed(long when) {
			this.chunks.stream()
				.filter((chunk) -> chunk.at() <= when - A_SECOND && chunk.words().length() > this.sure.length())
				.forEach((chunk) -> this.sure = chunk.words());
			this.chunks.clear();
		}

	}

	private record Chunk(String words, long at) {
	}

}
