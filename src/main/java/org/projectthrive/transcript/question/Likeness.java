package org.projectthrive.transcript.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much a facilitator's turn sounds like each question being asked: 0 for not at all,
 * about 1 for its very words. What counts, in this order: which share of the question's
 * words is heard within a few sentences, a word weighing the less the more questions and
 * the more turns have it; its domain by name; its number; a probe of it; and whether the
 * turn moves on or asks at all.
 */
final class Likeness {

	/** A domain that is named without a sign that the talk moves on to it. */
	private static final double NAMED = 0.22;

	private static final double ANNOUNCED = 0.4;

	private static final double NUMBERED = 0.35;

	private static final double PROBED = 0.35;

	private static final double MOVED_ON = 0.08;

	private static final double NOT_ASKED = 0.12;

	private static final int WINDOW = 3;

	private static final int CHUNK = 25;

	private final List<Asked> asked;

	private final List<Map<String, Double>> weights = new ArrayList<>();

	private final List<Set<String>> domains = new ArrayList<>();

	private final List<List<Map<String, Double>>> probes = new ArrayList<>();

	private final int ofGuide;

	Likeness(List<Asked> asked, List<Said> turns) {
		this.asked = asked;
		this.ofGuide = (int) asked.stream().filter(Asked::isOfGuide).count();
		Map<String, Integer> spread = new HashMap<>();
		asked
			.forEach((question) -> Stems.of(question.wording()).forEach((stem) -> spread.merge(stem, 1, Integer::sum)));
		Map<String, Integer> heard = new HashMap<>();
		turns.stream()
			.filter(Said::facilitator)
			.forEach((turn) -> Stems.of(turn.words()).forEach((stem) -> heard.merge(stem, 1, Integer::sum)));
		for (Asked question : asked) {
			this.weights.add(weigh(question.wording(), spread, heard));
			this.domains.add(Stems.of(question.domain()));
			this.probes.add(question.probes().stream().map((probe) -> weigh(probe, spread, heard)).toList());
		}
	}

	/** The likeness of a turn to each question. */
	double[] of(String words, Cues cues) {
		double[] likeness = new double[this.asked.size()];
		List<Set<String>> windows = windows(words);
		for (int question = 0; question < likeness.length; question++) {
			likeness[question] = of(question, windows, cues);
		}
		return likeness;
	}

	private double of(int question, List<Set<String>> windows, Cues cues) {
		double best = 0;
		boolean named = false;
		double probed = 0;
		Set<String> domain = this.domains.get(question);
		for (Set<String> heard : windows) {
			best = Math.max(best, share(this.weights.get(question), heard));
			named |= !domain.isEmpty() && heard.containsAll(domain);
			probed = Math.max(probed, probed(question, heard));
		}
		double evidence = best + PROBED * ((probed >= 0.6) ? probed : 0) + (isNumbered(question, cues) ? NUMBERED : 0)
				+ (named ? called(cues) : 0);
		return (evidence == 0) ? 0 : evidence + manner(cues, best);
	}

	/** How much of a probe of more than one word is heard. */
	private double probed(int question, Set<String> heard) {
		return this.probes.get(question)
			.stream()
			.filter((probe) -> probe.size() > 1)
			.mapToDouble((probe) -> share(probe, heard))
			.max()
			.orElse(0);
	}

	/** What it tells that the name of the question's domain is heard. */
	private static double called(Cues cues) {
		return (cues.moves() || cues.returns()) ? ANNOUNCED : NAMED;
	}

	/** What it tells how the turn is put. */
	private static double manner(Cues cues, double best) {
		double asked = (cues.asks() || cues.moves()) ? 0 : NOT_ASKED;
		return ((cues.moves() && best > 0) ? MOVED_ON : 0) - asked;
	}

	private boolean isNumbered(int question, Cues cues) {
		int number = (cues.number() == Cues.LAST) ? this.ofGuide : cues.number();
		return number == question + 1 && question < this.ofGuide;
	}

	/** A single word may come up by chance. */
	private static double share(Map<String, Double> weights, Set<String> heard) {
		double all = 0;
		double both = 0;
		for (Map.Entry<String, Double> word : weights.entrySet()) {
			all += word.getValue();
			both += heard.contains(word.getKey()) ? word.getValue() : 0;
		}
		double share = (all > 0) ? both / all : 0;
		return (weights.size() > 1) ? share : share / 2;
	}

	/**
	 * A word that many questions share, or that the facilitators use all the time, tells
	 * little.
	 */
	private static Map<String, Double> weigh(String text, Map<String, Integer> spread, Map<String, Integer> heard) {
		Map<String, Double> weights = new HashMap<>();
		for (String stem : Stems.of(text)) {
			weights.put(stem,
					1.0 / spread.getOrDefault(stem, 1) / (1 + 0.1 * Math.max(0, heard.getOrDefault(stem, 0) - 2)));
		}
		return weights;
	}

	/**
	 * A few sentences at a time, so that a long welcome does not sound like every
	 * question.
	 */
	private static List<Set<String>> windows(String words) {
		List<Set<String>> sentences = new ArrayList<>();
		for (String sentence : words.split("(?<=[.?!…])\\s+", -1)) {
			List<String> spoken = Arrays.asList(sentence.split("\\s+", -1));
			for (int from = 0; from < spoken.size(); from += CHUNK) {
				sentences.add(Stems.of(String.join(" ", spoken.subList(from, Math.min(spoken.size(), from + CHUNK)))));
			}
		}
		List<Set<String>> windows = new ArrayList<>();
		for (int from = 0; from < sentences.size(); from++) {
			Set<String> window = new HashSet<>();
			sentences.subList(from, Math.min(sentences.size(), from + WINDOW)).forEach(window::addAll);
			windows.add(window);
		}
		return windows;
	}

}
