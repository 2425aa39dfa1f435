package org.projectthrive.session.names;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.projectthrive.support.MadeUp;

/**
 * The cover of names, given anybody and anything: the first line is how somebody is
 * called, the rest is what is said.
 */
final class NameTarget implements MadeUp.Target {

	static final List<String> WORDS = List.of("Maria", "Lopez", "M. Lopez", "Dr. ", "O'Brien", "’s", "van der ",
			"Berg-Holt", "Will", "[name]", "P03", "[Moderator]", "@mlopez", "bob.t@clinic.example", "https://web.test/",
			"555-123-4567", "María", "MARIA", "-", ", ", ". ", " ", "\n", "(", "\"", "\uD83D\uDE00", "\u0301", "İ", "ß",
			"Maple Street Clinic", "Mrs ", "St. ", "Ko", "Marias", "Lopes", "1/2/2024", "Room 3", "\u00AD", "\u200D",
			"M.", "[ x", "Dr ", "the ", "born ");

	private static final int LONGEST_NAME = 120;

	static List<byte[]> seeds() {
		return List.of("Juniper Sample\nDr. Lopez and Maria L. said that O'Brien's group meets at Maple Street Clinic.",
				"Lopez, Juniper (June)\nAnna van der Berg-Holt, MLO, write to bob.t@clinic.example or 555-123-4567.",
				"Wren \"Buzz\" Example, MD\nWill we park it? Ask Mr. Park, Buzz and the Okonkwos: Shane knows.",
				"\nMAY ODUM may, in May, 3 March 2024; the nurse from Room 3 on https://web.test/maria-lopez said so.")
			.stream()
			.map((seed) -> seed.getBytes(StandardCharsets.UTF_8))
			.toList();
	}

	@Override
	public void take(byte[] input) {
		String all = new String(input, StandardCharsets.UTF_8);
		int line = all.indexOf('\n');
		String name = name(all.substring(0, Math.max(0, Math.min(line, LONGEST_NAME))));
		NameCover cover = cover(name);
		String text = all.substring(line + 1);

		List<Find> finds = cover.scan(text);
		requireOrder(finds, text.length());
		Covered covered = cover.cover(text);
		requireOrder(covered.doubts(), covered.text().length());
		String twice = cover.covered(covered.text());
		if (!twice.equals(covered.text())) {
			throw new AssertionError("Covered twice: " + twice);
		}
	}

	/** Two words of letters: what roster lists hold, and not another title. */
	private static String name(String line) {
		return Word.of(line)
			.stream()
			.filter((word) -> word.folded().length() > 1 && word.folded().chars().allMatch(Character::isLetter)
					&& !WordLists.TITLES.contains(word.folded()))
			.limit(2)
			.map((word) -> line.substring(word.start(), word.end()))
			.collect(Collectors.joining(" "));
	}

	private static NameCover cover(String name) {
		NameCover cover = new NameCover().person(new Person("María López, MD", "", "", "P03", 2))
			.person(new Person("Shane O'Brien", "", "", "P04", 2))
			.person(new Person("Anna van der Berg-Holt", "", "", "P05", 2))
			.person(new Person("Will Park", "", "", "P06", 2))
			.person(new Person("Shane Near", "", "", "P07", 2))
			.person(new Person("Dr. Melissa Ko", "", "", "P08", 2))
			.person(new Person("Robert \"Buzz\" Tremblay", "Skipper", "bob.t@clinic.example", "P09", 2))
			.person(new Person("Okonkwo, Chidi", "", "", "P10", 1))
			.person(new Person("Fay Hostetler", "", "", "[Moderator]", 2))
			.person(new Person("May Odum", "", "", "[manager]", 0))
			.place("Maple Street Clinic");
		return name.isEmpty() ? cover : cover.person(new Person(name, "", "", "P13", 2));
	}

	private static void requireOrder(List<Find> finds, int length) {
		int free = 0;
		for (Find find : finds) {
			if (find.start() < free || find.end() <= find.start() || find.end() > length) {
				throw new AssertionError("Out of place: " + find);
			}
			free = find.end();
		}
	}

}
