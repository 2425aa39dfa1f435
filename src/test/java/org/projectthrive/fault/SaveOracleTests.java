package org.projectthrive.fault;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.projectthrive.fault.SaveLog.Save;
import org.projectthrive.fault.SaveOracle.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SaveOracleTests {

	private final Save kept = Save.of(UUID.randomUUID(), 1, "kept");

	private final Save other = Save.of(UUID.randomUUID(), 1, "other");

	private SaveLog log;

	@BeforeEach
	void open(@TempDir Path directory) {
		this.log = new SaveLog(directory.resolve("saves.log"));
	}

	@Test
	@DisplayName("FLT1 control: the count sees a save that was acknowledged and is gone")
	void seesLost() {
		acknowledge(this.kept, this.other);

		assertThat(judged(this.kept).lost()).containsExactly(this.other);
	}

	@Test
	@DisplayName("FLT1 control: the count sees a save whose text is another one now")
	void seesChanged() {
		acknowledge(this.kept);
		Save changed = new Save(this.kept.id(), 1, this.other.hash());

		assertThat(judged(changed).lost()).containsExactly(this.kept);
		assertThat(judged(changed).phantoms()).containsExactly(changed);
	}

	@Test
	@DisplayName("FLT1 control: the count sees a version that is stored twice, and a text under two ids")
	void seesDuplicates() {
		Save sameText = new Save(UUID.randomUUID(), 1, this.kept.hash());
		acknowledge(this.kept, sameText);

		assertThat(judged(this.kept, this.kept).duplicates()).containsExactly(this.kept);
		assertThat(judged(this.kept, sameText).duplicates()).containsExactly(sameText);
	}

	@Test
	@DisplayName("FLT1 control: the count sees what nobody sent")
	void seesPhantoms() {
		acknowledge(this.kept);

		assertThat(judged(this.kept, this.other).phantoms()).containsExactly(this.other);
	}

	@Test
	@DisplayName("FLT1 control: the count sees what was sent and never acknowledged")
	void seesUnresolved() {
		acknowledge(this.kept);
		this.log.sent(this.other);

		assertThat(judged(this.kept, this.other).unresolved()).containsExactly(this.other);
		assertThat(judged(this.kept).unresolved()).containsExactly(this.other);
	}

	@Test
	@DisplayName("FLT1 control: too few saves are no proof")
	void wantsEnough() {
		acknowledge(this.kept);

		judged(this.kept).assertAllKept(1);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> judged(this.kept).assertAllKept(2));
	}

	private Verdict judged(Save... stored) {
		return SaveOracle.compare(this.log, List.of(stored));
	}

	private void acknowledge(Save... saves) {
		for (Save save : saves) {
			this.log.sent(save);
			this.log.acknowledged(save);
		}
	}

}
