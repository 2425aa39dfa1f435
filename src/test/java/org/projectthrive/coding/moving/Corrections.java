package org.projectthrive.coding.moving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.projectthrive.coding.moving.Place.Fate;

/** Talk with words and sentences that come again, and what people do to it. */
final class Corrections {

	private static final List<String> SENTENCES = List.of("I do not know.", "I do not know, I do not know.",
			"We laugh 🎉 at the desk – it helps.", "The 👩🏽‍⚕️ said: \"nai\u0308ve\"!", "Yes.", "Yes, yes.",
			"It's the messages, every night, every single night.", "We had lunch; then the café closed.",
			"And the the clinic was full, you know, you know.", "P01 told us about it at noon.",
			"1️⃣ sleep 2️⃣ lunch 🎉🎉");

	private Corrections() {
	}

	static String talk(Random random) {
		List<String> talk = new ArrayList<>();
		for (int i = 0; i < 3 + random.nextInt(6); i++) {
			talk.add(any(random, SENTENCES));
		}
		return String.join(random.nextInt(4) == 0 ? "\n" : " ", talk);
	}

	/**
	 * Some words, from one to many, each beginning and ending somewhere, with no space
	 * alone.
	 */
	static List<Place> places(Random random, String text) {
		List<Words.Word> words = Words.of(text);
		List<Place> places = new ArrayList<>();
		for (int i = 0; i < 6 && !words.isEmpty(); i++) {
			int first = random.nextInt(words.size());
			int last = Math.min(words.size() - 1, first + random.nextInt(8));
			places.add(new Place(words.get(first).start(), words.get(last).end(), Fate.UNTOUCHED));
		}
		return places;
	}

	/** One to three changes; never nothing, since nobody saves that. */
	static String corrected(Random random, String text) {
		List<String> words = new ArrayList<>(List.of(text.split("(?<=\\s)", -1)));
		for (int i = 0; i <= random.nextInt(3); i++) {
			change(random, words);
		}
		String corrected = String.join("", words).strip();
		return corrected.isEmpty() ? "Yes." : corrected;
	}

	private static void change(Random random, List<String> words) {
		int at = random.nextInt(words.size() + 1);
		List<String> some = words.subList(Math.min(at, words.size()),
				Math.min(words.size(), at + 1 + random.nextInt(6)));
		switch (random.nextInt(7)) {
			case 0 -> words.add(at, any(random, SENTENCES) + " ");
			case 1 -> some.clear();
			case 2 -> words.addAll(at, List.copyOf(some));
			case 3 -> some.replaceAll((word) -> word.replace("e", "e\u0301"));
			case 4 -> some.replaceAll((word) -> word.replaceFirst("\\s$", "\n"));
			case 5 -> Collections.rotate(words, random.nextInt(words.size() + 1));
			default -> some.replaceAll((word) -> any(random, List.of("🎉 ", "the ", "you know ", word)));
		}
	}

	private static String any(Random random, List<String> some) {
		return some.get(random.nextInt(some.size()));
	}

}
