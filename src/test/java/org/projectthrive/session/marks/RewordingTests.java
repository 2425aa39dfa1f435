package org.projectthrive.session.marks;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.projectthrive.session.marks.Rewording.Change;

import static org.assertj.core.api.Assertions.assertThat;

/** What was said is quoted as it reads once names were taken out of it. */
class RewordingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			I asked Will Baker then.     | asked Will        | asked P07
			I asked Will Baker then.     | Baker then        | P07 then
			I asked Will Baker then.     | asked  Will Baker | asked P07
			I asked Will Baker then.     | I asked           | I asked
			Will it rain, Will Baker?    | Will              | P07
			A friend, Ann Wu, has a plan | has a             | has a
			Ann Wu and Will Baker met    | Ann Wu and Will   | P08 and P07
			Will Baker spoke.            | Will Baker's room | P07's room
			Will Baker spoke.            | Will Bakersfield  | Will Bakersfield
			Will Baker spoke.            | two Will Bakers   | two P07s
			Will Baker spoke.            | nothing of it     | nothing of it
			""")
	@DisplayName("P3 X6 a quotation tells what stands for a name, also where it begins or ends within the name")
	void quotationsTellNoName(String text, String quote, String told) {
		assertThat(covering(text).quoted(quote)).isEqualTo(told);
	}

	@Test
	@DisplayName("P3 X6 of a quotation only what was covered in its source gives way")
	void otherWordsOfAQuotationStay() {
		Rewording one = new Rewording(text("I asked Will. Will that help?"), List.of(new Change(8, 12, "P05")));

		assertThat(one.quoted("I asked Will. Will that help?")).isEqualTo("I asked P05. Will that help?");
	}

	@Test
	@DisplayName("P3 X6 of words put together from several places each is told as it reads now")
	void linesAreQuotations() {
		assertThat(covering("I asked Will Baker, and Will Baker laughed.").quoted("asked Will\nBaker laughed"))
			.isEqualTo("asked P07\nP07 laughed");
		assertThat(covering("Nobody was there.").quoted("")).isEmpty();
	}

	@Test
	@DisplayName("P3 X6 what gives way in one text gives way in another, word by word, and nothing within a word does")
	void othersGiveWayWordByWord() {
		Rewording one = new Rewording(text("May and Ann: a.b@c.example"),
				List.of(new Change(0, 3, "P01"), new Change(8, 11, "P02"), new Change(13, 26, "[e-mail]")));

		assertThat(one.others("Maybe Annual, Ann's May (a.b@c.example) MAY Joann"))
			.isEqualTo("Maybe Annual, P02's P01 ([e-mail]) MAY Joann");
		assertThat(one.in(text("Ann, Ann")).changes()).hasSize(2);
		assertThat(new Rewording(text("May"), List.of()).in(text("May")).changes()).isEmpty();
	}

	/** Will Baker is P07, Ann Wu is P08. */
	private static Rewording covering(String words) {
		List<Change> changes = new ArrayList<>();
		for (String name : List.of("Will Baker", "Ann Wu")) {
			for (int at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
				changes.add(new Change(at, at + name.length(), name.startsWith("W") ? "P07" : "P08"));
			}
		}
		return Rewording.one(text(words), changes);
	}

	private static NamedText text(String words) {
		return new NamedText("turn:1", "", "", words);
	}

}
