package org.projectthrive.coding.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.coding.moving.Place.Fate;

import static org.assertj.core.api.Assertions.assertThat;

class WordMoveTests {

	private static final int ROUNDS = Integer.getInteger("thrive.test.moves", 3000);

	private static final List<String> VOCABULARY = List.of("the", "the", "a", "I", "we", "basket", "patient", "🎉",
			"👩‍⚕️", "nai\u0308ve", "café", "don't", "twelve", "messages", "every", "night", "table", "laptop", "her",
			"over", "school", "Tuesday", "lunch", "door", ",", ".", "–", "nurse", "room", "and", "and", "it", "works");

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					I like [the ten minutes] before clinic.   | Well, I really like the ten minutes before clinic. | the ten minutes | UNTOUCHED
					🎉 I like [the ten] minutes.               | 🎉🎉 I 👩‍⚕️ like the ten minutes.                      | the ten         | UNTOUCHED
					It was [a nai\u0308ve idea] of ours.      | It was – é – a nai\u0308ve idea of ours.           | a nai\u0308ve idea | UNTOUCHED
					the [the] the end                          | the the end                                         | the             | UNTOUCHED
					I opened the [inbocks] at nine.           | I opened the inbox at nine.                         | inbox           | CHANGED
					I [like the ten] minutes.                  | I like all the ten minutes.                        | like all the ten | CHANGED
					I [like the ten] minutes before.           | I like ten minutes before.                         | like ten        | CHANGED
					I saw [the clinick] a lot.                 | I saw the clinic.                                   | the clinic      | CHANGED
					I saw the clinick [a lot].                 | I saw the clinic.                                   | clinic          | GONE
					We had lunch [in the snow] that day.       | We had lunch that day.                             | that            | GONE
					We had lunch that day [in the snow]        | We had lunch that day                              | day             | GONE
					I do not know. [I do not know.] Maybe so.  | I do not know. Maybe so.                           | I do not know.  | CHANGED
					We left. [We all laughed. Then] we ate.    | We all laughed. Then we ate. We left.              | We all laughed. Then | UNTOUCHED
					I see a 👨‍👩‍👧 [in the 👩🏽‍⚕️ room]                  | I see a 👨‍👩‍👧‍👦 in the 👩🏽‍⚕️ room                        | in the 👩🏽‍⚕️ room | UNTOUCHED
					I see [a 👨‍👩‍👧] in the room                    | I see a 👨‍👩‍👧‍👦 in the room                              | a 👨‍👩‍👧‍👦 | CHANGED
					We went to the cafe [after lunch]          | We went to the café after lunch              | after lunch     | UNTOUCHED
					We went [to the cafe] after lunch          | We went to the café after lunch              | to the café | CHANGED
					It was un[believ]able to us                | So it was quite unbelievable to us                 | believ          | UNTOUCHED
					[I like it.] I like it. I like it.         | I like it. And I like it. I like it.               | I like it.      | UNTOUCHED
					[All of this] was wrong                    | Something else entirely happened here today        | Something else entirely happened here today | CHANGED
					""")
	@DisplayName("X6 words that are corrected take their codings along, by code points")
	void wordsTakeTheirCodingsAlong(String marked, String after, String words, Fate fate) {
		String before = marked.replace("[", "").replace("]", "");
		int start = points(marked.substring(0, marked.indexOf('[')));
		int end = points(marked.substring(0, marked.indexOf(']'))) - 1;

		Place place = new WordMove(before, after).of(start, end);

		assertThat(WordMove.cut(after, place.start(), place.end())).isEqualTo(words);
		assertThat(place.fate()).isEqualTo(fate);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	@DisplayName("X6 after any correction around them, words that were left alone are covered exactly as before")
	void untouchedWordsStayCovered(long seed) {
		Random random = new Random(seed);
		int flagged = 0;
		for (int round = 0; round < ROUNDS; round++) {
			List<String> before = words(random, 5 + random.nextInt(60));
			int from = random.nextInt(before.size());
			int to = from + 1 + random.nextInt(Math.min(12, before.size() - from));
			List<String> after = new ArrayList<>(edited(random, before.subList(0, from)));
			after.addAll(before.subList(from, to));
			after.addAll(edited(random, before.subList(to, before.size())));
			String old = String.join(" ", before);
			int start = (from > 0) ? points(String.join(" ", before.subList(0, from))) + 1 : 0;
			String covered = String.join(" ", before.subList(from, to));
			String fresh = String.join((round % 7 == 0) ? "\n" : " ", after);

			Place place = new WordMove(old, fresh).of(start, start + points(covered));

			assertThat(WordMove.cut(fresh, place.start(), place.end()).replace('\n', ' '))
				.as("round %d: %s > %s at %d", round, old, fresh, start)
				.isEqualTo(covered);
			flagged += (place.fate() != Fate.UNTOUCHED) ? 1 : 0;
		}
		assertThat(flagged).as("flagged without a reason").isLessThan(ROUNDS / 200);
	}

	@Test
	@DisplayName("X6 whatever becomes of a text, a coding has a place in it, and says when its words are not the same")
	void everyCodingHasAPlace() {
		Random random = new Random(4);
		for (int round = 0; round < ROUNDS; round++) {
			String before = String.join(" ", words(random, 1 + random.nextInt(30)));
			String after = String.join(" ", words(random, 1 + random.nextInt(30)));
			int length = points(before);
			int start = random.nextInt(length);
			int end = start + 1 + random.nextInt(length - start);

			Place place = new WordMove(before, after).of(start, end);

			assertThat(place.start()).isBetween(0, points(after) - 1);
			assertThat(place.end()).isBetween(place.start() + 1, points(after));
			if (place.fate() == Fate.UNTOUCHED) {
				assertThat(WordMove.cut(after, place.start(), place.end()))
					.isEqualTo(WordMove.cut(before, start, end).strip());
			}
		}
	}

	@Test
	@DisplayName("X6 of a word that comes again the one is meant that stands beside the same words as before")
	void neighboursTellWords() {
		assertThat(new WordMove("Well you know maybe", "So you know it they know that").of(9, 13))
			.isEqualTo(new Place(7, 11, Fate.UNTOUCHED));
	}

	@ParameterizedTest
	@ValueSource(longs = { 6, 7 })
	@DisplayName("X6 whatever is corrected, the words of a coding are what they were or it is flagged, and the same words again move nothing")
	void wordsAreTheSameOrFlagged(long seed) {
		Random random = new Random(seed);
		int flagged = 0;
		int codings = 0;
		for (int round = 0; round < ROUNDS / 10; round++) {
			String first = Corrections.talk(random);
			List<Place> places = Corrections.places(random, first);
			String before = first;
			for (int correction = 0; correction < 3; correction++) {
				String after = Corrections.corrected(random, before);
				WordMove move = new WordMove(before, after);
				WordMove same = new WordMove(before, before);
				for (Place place : places) {
					String words = plain(WordMove.cut(before, place.start(), place.end()));
					Place now = move.of(place.start(), place.end());
					String said = plain(WordMove.cut(after, now.start(), now.end()));
					assertThat(now.fate() != Fate.UNTOUCHED || said.equals(words))
						.as("%s > %s: '%s' is '%s' now", before, after, words, said)
						.isTrue();
					assertThat(same.of(place.start(), place.end())).isEqualTo(place);
					codings++;
					flagged += (now.fate() != Fate.UNTOUCHED) ? 1 : 0;
				}
				before = after;
				places = Corrections.places(random, before);
			}
		}
		assertThat(flagged).as("of %d codings", codings).isBetween(codings / 50, codings / 2);
	}

	@Test
	@DisplayName("X6 a turn of 4,000 words, half of them corrected, moves its codings in a moment")
	void longTurnsAreFast() {
		Random random = new Random(5);
		List<String> before = words(random, 4000);
		List<String> after = edited(random, before);
		long start = System.nanoTime();

		WordMove move = new WordMove(String.join(" ", before), String.join(" ", after));
		for (int at = 0; at < 500; at++) {
			move.of(at, at + 20);
		}

		assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
	}

	private static List<String> words(Random random, int count) {
		List<String> words = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			words.add(VOCABULARY.get(random.nextInt(VOCABULARY.size())) + ((random.nextInt(3) == 0) ? i : ""));
		}
		return words;
	}

	/** Some words left out, some replaced, some added. */
	private static List<String> edited(Random random, List<String> words) {
		List<String> edited = new ArrayList<>();
		for (String word : words) {
			int what = random.nextInt(12);
			if (what > 1) {
				edited.add(word);
			}
			if (what == 1 || what == 2) {
				edited.addAll(words(random, 1 + random.nextInt(2)));
			}
		}
		return edited;
	}

	private static String plain(String words) {
		return words.replaceAll("\\s+", "");
	}

	private static int points(String text) {
		return text.codePointCount(0, text.length());
	}

}
