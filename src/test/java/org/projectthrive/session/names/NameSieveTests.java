package org.projectthrive.session.names;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import static org.assertj.core.api.Assertions.assertThat;

class NameSieveTests {

	private static final int TEXTS = Integer.getInteger("thrive.sieve.texts", 20_000);

	private static final List<Person> PEOPLE = List.of(new Person("María José Núñez-Østergård, MD", "", "", "P01", 2),
			new Person("Robert \"Buzz\" van der Tremblay", "Skipper", "bob.t@clinic.example", "P02", 2),
			new Person("Okonkwo, Chidi J.", "", "", "P03", 2), new Person("DeShawn Müller", "", "", "P04", 2),
			new Person("Will Ko", "", "", "P05", 2), new Person("Софья Ковалёва", "", "", "P06", 2));

	private static final List<String> OTHERS = List.of("the", "team", "works", "in-basket", "I", "said", "Maple",
			"2024", "so.", "and,", "“yes”", "a.m.", "they’re", "Wren", "roberts", "will", "müde", "x.y", "we.");

	private final Random random = new Random(20_261_123);

	@Test
	@DisplayName("P3 N6 the first look hides no text in which a learned name would be covered, however it is written")
	void nothingIsHidden(TestReporter reporter) {
		Set<Kind> kinds = EnumSet.noneOf(Kind.class);
		int held = 0;
		for (int text = 0; text < TEXTS; text++) {
			Person person = any(PEOPLE);
			KnownNames known = new KnownNames(List.of(person), List.of());
			String words = text(person);
			List<Find> replaced = known.cover().cover(words).replaced();
			if (!replaced.isEmpty()) {
				assertThat(known.sieve().mayHold(words)).as(person.cover() + " in: " + words).isTrue();
				replaced.forEach((find) -> kinds.add(find.kind()));
				held++;
			}
		}
		reporter.publishEntry("texts with a name", held + " of " + TEXTS);
		assertThat(held).isBetween(TEXTS / 4, TEXTS - TEXTS / 20);
		assertThat(kinds).contains(Kind.NAME, Kind.INITIALS, Kind.MAIL, Kind.LINK);
	}

	@Test
	@DisplayName("P3 the first look holds back ordinary talk, so that few texts are looked at twice")
	void ordinaryTalkIsHeldBack() {
		NameSieve sieve = new KnownNames(
				List.of(new Person("Theodelinda Quistgaard", "Linda", "t@clinic.example", "P01", 2),
						new Person("Balthasar Thorvald", "", "", "[manager]", 0)),
				List.of())
			.sieve();

		assertThat(Stream.of("I think that the in-basket 1999 takes more than it gives to all of us.",
				"We talked, at 10:30 a.m., about “time”. P03 says so… and so does [Moderator].",
				"Nobody asks us what we'd change; they’re busy. Call 555-123-4567, e.g. on Monday."))
			.noneMatch(sieve::mayHold);
		assertThat(Stream.of("Linda", "So LINDA'S group", "Theodelnida", "T.Q.", "tquistgaard", "see web.example/x",
				"write to a@b.co", "Quistgård", "Baltha\u00ADsar", "L i n d a", "so Baltha-\nsar went",
				"Quist\u00AD\ngaard", "LindaNotes.docx"))
			.allMatch(sieve::mayHold);
	}

	private String text(Person person) {
		List<String> parts = Stream.of(person.name().split("[\\s,\"]+", -1), new String[] { person.nickname() })
			.flatMap(Stream::of)
			.filter((part) -> !part.isEmpty())
			.toList();
		return Stream.generate(() -> (this.random.nextInt(8) == 0) ? written(any(parts), parts) : any(OTHERS))
			.limit(2 + this.random.nextInt(8))
			.collect(Collectors.joining(any(List.of(" ", " ", " ", ", ", "-", "\n", ""))));
	}

	/** A part of a name as it may come. */
	private String written(String part, List<String> parts) {
		return (this.random.nextInt(14) < 6) ? spelt(part) : joined(part, parts);
	}

	private String spelt(String part) {
		return switch (this.random.nextInt(6)) {
			case 0 -> part + any(List.of("'s", "’s", "s", "es", "2", "_1"));
			case 1 -> part.toUpperCase(Locale.ROOT);
			case 2 -> part.toLowerCase(Locale.ROOT);
			case 3 -> Normalizer.normalize(part, Normalizer.Form.NFKD);
			case 4 -> Normalizer.normalize(part, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
			default -> misspelt(part);
		};
	}

	private String joined(String part, List<String> parts) {
		return switch (this.random.nextInt(10)) {
			case 0 -> parts.get(0) + parts.get(parts.size() - 1);
			case 1 ->
				part.charAt(0) + any(List.of(".", ". ", "")) + any(parts).charAt(0) + any(List.of(".", "", " so"));
			case 2 -> part.charAt(0) + parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
			case 3 -> "xy" + any(List.of(".", "_", "+")) + part + "@clinic.example";
			case 4 -> any(List.of("https://", "www.", "")) + part + any(List.of(".com", ".clinic/x", ".org"));
			case 6 -> String.join(any(List.of(" ", ".", "-")), part.split("", -1)).strip();
			case 7 -> part.substring(0, part.length() / 2) + any(List.of("-\n", "\u00AD\n", "‐ ", "- \r\n"))
					+ part.substring(part.length() / 2);
			case 8 -> any(List.of("Notes", "My", "x")) + part + any(List.of("", "Report", "Talk"));
			case 5 -> part.substring(0, 1) + any(List.of("\u00AD", "\u200D", "\u0301")) + part.substring(1);
			default ->
				any(List.of("Dr. ", "", "(", "[")) + part + any(List.of("", " " + any(parts), ", " + any(parts)));
		};
	}

	private String misspelt(String part) {
		int at = this.random.nextInt(part.length());
		String letter = String.valueOf((char) ('a' + this.random.nextInt(26)));
		return switch (this.random.nextInt(4)) {
			case 0 -> part.substring(0, at) + part.substring(at + 1);
			case 1 -> part.substring(0, at) + letter + part.substring(at);
			case 2 -> part.substring(0, at) + letter + part.substring(at + 1);
			default -> (at == 0) ? part + letter
					: part.substring(0, at - 1) + part.charAt(at) + part.charAt(at - 1) + part.substring(at + 1);
		};
	}

	private <T> T any(List<T> some) {
		return some.get(this.random.nextInt(some.size()));
	}

}
