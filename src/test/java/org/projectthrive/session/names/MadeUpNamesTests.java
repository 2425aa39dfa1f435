package org.projectthrive.session.names;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import org.projectthrive.support.MadeUp;

import static org.assertj.core.api.Assertions.assertThat;

class MadeUpNamesTests {

	private static final int LONG = 30_000;

	@Test
	@DisplayName("SEC40 P3 made-up names in made-up texts are covered in time, in order, and once and for all")
	void madeUpTextsAreCovered(TestReporter reporter) {
		List<byte[]> seeds = new ArrayList<>(NameTarget.seeds());
		seeds.addAll(MadeUp.kept(NamesFuzz.class));

		int tried = new MadeUp(seeds, NameTarget.WORDS).tryOn(new NameTarget());

		reporter.publishEntry("names tried", String.valueOf(tried));
		assertThat(tried).isGreaterThan(seeds.size());
	}

	@Test
	@DisplayName("SEC40 P3 a long text of nothing but one kind of word is covered in time")
	void longTextsOfOneKindAreCovered() {
		for (String word : NameTarget.WORDS) {
			for (String text : List.of(word.repeat(LONG / word.length()), (word + " ").repeat(LONG / word.length()))) {
				MadeUp.within(new NameTarget(), ("Juniper Sample\n" + text).getBytes(StandardCharsets.UTF_8));
			}
		}
		assertThat(NameTarget.WORDS).isNotEmpty();
	}

}
