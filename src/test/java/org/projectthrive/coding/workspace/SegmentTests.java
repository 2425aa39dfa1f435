package org.projectthrive.coding.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentTests {

	private static final String TEXT = "Same team, same room.";

	@Test
	@DisplayName("C2 a text without codings is one plain segment")
	void plainText() {
		assertThat(told(TEXT)).isEqualTo("Same team, same room.");
	}

	@Test
	@DisplayName("C2 one coding cuts a text in three")
	void oneCoding() {
		assertThat(told(TEXT, coding(1, 5, 9))).isEqualTo("Same |[1:team]|, same room.");
	}

	@Test
	@DisplayName("C2 overlapping codings share the words that both cover")
	void overlap() {
		assertThat(told(TEXT, coding(1, 0, 9), coding(2, 5, 15))).isEqualTo("[1:Same ]|[1 2:team]|[2:, same]| room.");
	}

	@Test
	@DisplayName("C2 a coding within another is the innermost")
	void nesting() {
		assertThat(told(TEXT, coding(1, 0, 21), coding(2, 5, 9))).isEqualTo("[1:Same ]|[1 2:team]|[1:, same room.]");
		Segment inner = Segment.of(TEXT, List.of(coding(1, 0, 21), coding(2, 5, 9))).get(1);
		assertThat(inner.hues()).isEqualTo("seg a-2 b-1");
	}

	@Test
	@DisplayName("C2 adjacent codings do not touch each other's words")
	void adjacent() {
		assertThat(told(TEXT, coding(1, 0, 5), coding(2, 5, 9))).isEqualTo("[1:Same ]|[2:team]|, same room.");
	}

	@Test
	@DisplayName("C2 the whole turn may be coded, twice")
	void wholeTurn() {
		assertThat(told(TEXT, coding(1, 0, 21), coding(2, 0, 21))).isEqualTo("[1 2:Same team, same room.]");
	}

	@Test
	@DisplayName("C2 offsets count code points, so signs beyond the basic plane do not shift them")
	void emoji() {
		assertThat(told("🎉🎉 cake 👩‍⚕️ now", coding(1, 3, 7), coding(2, 13, 16)))
			.isEqualTo("🎉🎉 |[1:cake]| 👩‍⚕️ |[2:now]");
	}

	@Test
	@DisplayName("X6 a coding that reaches beyond a text covers what is there")
	void beyondTheText() {
		assertThat(told("Same", coding(1, 2, 40), coding(2, 10, 20))).isEqualTo("Sa|[1:me]");
	}

	@Test
	@DisplayName("C2 a carriage return keeps its place, since a browser would drop it")
	void carriageReturn() {
		assertThat(told("a\r\nb", coding(1, 3, 4))).isEqualTo("a \n|[1:b]");
	}

	@Test
	@DisplayName("C2 whatever is coded, the segments are the text, and each letter has just the codings over it")
	void anyCodings() {
		Random random = new Random(7);
		for (int round = 0; round < 200; round++) {
			String text = random.ints(1 + random.nextInt(60), 0, 5)
				.mapToObj((sign) -> List.of("a", "é", " ", "🎉", "𝒳").get(sign))
				.collect(Collectors.joining());
			int length = text.codePointCount(0, text.length());
			List<CodingRow> codings = new ArrayList<>();
			for (int id = 1; id <= random.nextInt(9); id++) {
				int start = random.nextInt(length);
				codings.add(coding(id, start, start + 1 + random.nextInt(length - start)));
			}
			assertCovers(text, codings);
		}
	}

	private static void assertCovers(String text, List<CodingRow> codings) {
		List<Segment> segments = Segment.of(text, codings);
		assertThat(segments.stream().map(Segment::text).collect(Collectors.joining())).isEqualTo(text);
		int at = 0;
		for (Segment segment : segments) {
			int end = at + segment.text().codePointCount(0, segment.text().length());
			for (int point : IntStream.range(at, end).toArray()) {
				assertThat(segment.codings()).containsExactlyInAnyOrderElementsOf(codings.stream()
					.filter((coding) -> coding.startAt() <= point && point < coding.endAt())
					.toList());
			}
			at = end;
		}
	}

	private static String told(String text, CodingRow... codings) {
		return Segment.of(text, List.of(codings))
			.stream()
			.map((segment) -> segment.isCoded() ? "[" + segment.ids() + ":" + segment.text() + "]" : segment.text())
			.collect(Collectors.joining("|"));
	}

	private static CodingRow coding(int id, int start, int end) {
		return new CodingRow((long) id, 1L, null, (long) id, null, "Theme " + id, id, 1L, "Anna Alder", start, end, "",
				false, false);
	}

}
