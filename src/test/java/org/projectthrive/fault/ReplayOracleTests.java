package org.projectthrive.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.fault.Notebook.Half;
import org.projectthrive.fault.ReplayOracle.Stored;
import org.projectthrive.fault.ReplayOracle.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** The oracle of the replay finds what it is there to find. */
class ReplayOracleTests {

	private static final long LATER = Duration.ofSeconds(5).toNanos();

	private final Notebook notebook = new Notebook(7L);

	private final List<Stored> stored = new ArrayList<>();

	@Test
	@DisplayName("FLT25 the oracle sees a note that is lost, doubled, invented, misfiled or out of order")
	void seesWhatIsWrong() {
		write("kept");
		write("lost");
		write("doubled");
		write("misfiled");
		write("early");
		store("early", "kept", "doubled", "doubled", "invented");
		this.stored.add(new Stored("misfiled", "OWN_IDEA", "P01", 7L, "Why?"));

		Verdict verdict = judge();

		assertThat(verdict.lost()).singleElement().asString().contains("lost");
		assertThat(verdict.doubled()).singleElement().asString().contains("doubled");
		assertThat(verdict.phantoms()).containsExactly("invented");
		assertThat(verdict.misfiled()).singleElement().asString().contains("misfiled");
		assertThat(verdict.places()).containsExactly(1, 2, 5, 0);
	}

	@Test
	@DisplayName("FLT25 the oracle lets a note go that was younger than a second when its browser was killed, and no older one")
	void knowsWhatAKillMayTake() {
		write("young");
		this.notebook.killed(System.nanoTime());
		assertThat(judge().lost()).isEmpty();

		write("old");
		this.notebook.killed(System.nanoTime() + LATER);
		assertThat(judge().lost()).singleElement().asString().contains("old");
	}

	@Test
	@DisplayName("FLT25 the oracle takes a change or the text before it after a kill, and only the change without one")
	void knowsChanges() {
		TypedNote note = write("before");
		this.notebook.killed(System.nanoTime() + LATER);
		note.finishing("after");
		note.finished();
		store("before");
		assertThat(judge().lost()).hasSize(1);

		this.notebook.killed(System.nanoTime());
		assertThat(judge().lost()).isEmpty();
	}

	@Test
	@DisplayName("FLT25 the oracle misses the beginning of a note that did not come back")
	void missesHalves() {
		Half half = this.notebook.begin(new TypedNote("QUOTE", "P01"), "half a sentence");
		half.typed("half a");
		this.notebook.killed(System.nanoTime() + LATER);
		this.notebook.close(0);

		assertThat(judge().lost()).containsExactly("half a");
	}

	private TypedNote write(String text) {
		TypedNote note = new TypedNote("QUOTE", "P01");
		this.notebook.finishing(this.notebook.begin(note, text)).finished();
		return note;
	}

	private void store(String... texts) {
		for (String text : texts) {
			this.stored.add(new Stored(text, "QUOTE", "P01", 7L, "Why?"));
		}
	}

	private Verdict judge() {
		return ReplayOracle.judge(this.notebook, this.stored, List.of());
	}

}
