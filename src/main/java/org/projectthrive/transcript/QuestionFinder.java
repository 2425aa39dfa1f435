package org.projectthrive.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Proposes where each question of the guide is asked: the facilitators' turns whose words
 * are most like the question's, preferring the order of the guide.
 */
final class QuestionFinder {

	/** No question. */
	static final int NONE = -1;

	/** So much of a question's weight must be heard in a turn. */
	private static final double THRESHOLD = 0.38;

	/** What going back to an earlier question costs. */
	private static final double BACKWARDS = 0.3;

	private static final double DOMAIN = 0.15;

	private static final Set<String> STOP_WORDS = Set.of("the", "and", "for", "you", "your", "are", "was", "were",
			"what", "when", "which", "who", "how", "does", "did", "that", "this", "with", "have", "has", "had", "would",
			"could", "should", "them", "they", "there", "here", "from", "into", "about", "like", "more", "most", "than",
			"then", "one", "our", "out", "can", "will", "not", "but", "all", "any", "let", "lets", "its", "it", "so",
			"to", "of", "in", "on", "or", "a", "i", "me", "my", "we", "us", "do", "is", "be", "as", "at", "by", "if",
			"an", "no");

	private final List<Map<String, Double>> questions = new ArrayList<>();

	private final List<Set<String>> domains = new ArrayList<>();

	/**
	 * @param asked the questions in the order of the guide
	 */
	QuestionFinder(List<Asked> asked) {
		Map<String, Integer> spread = new HashMap<>();
		List<Set<String>> stems = asked.stream().map((question) -> stems(question.wording())).toList();
		stems.forEach((some) -> some.forEach((stem) -> spread.merge(stem, 1, Integer::sum)));
		for (Set<String> some : stems) {
			this.questions.add(weights(some, spread));
		}
		asked.forEach((question) -> this.domains.add(stems(question.domain())));
	}

	/**
	 * For each turn the index of the question it belongs to, or {@link #NONE}.
	 * @param turns what was said, null where somebody else than a facilitator speaks
	 */
	int[] find(List<Said> turns) {
		int[] starts = starts(turns);
		int current = NONE;
		for (int turn = 0; turn < starts.length; turn++) {
			current = (starts[turn] != NONE) ? starts[turn] : current;
			starts[turn] = current;
		}
		return starts;
	}

	/**
	 * The best chain of starts; state 0 is before the first question, state q + 1 after
	 * the start of question q.
	 */
	private int[] starts(List<Said> turns) {
		double[] best = new double[this.questions.size() + 1];
		Arrays.fill(best, 1, best.length, Double.NEGATIVE_INFINITY);
		List<int[]> from = new ArrayList<>();
		for (Said turn : turns) {
			int[] back = new int[best.length];
			for (int state = 0; state < back.length; state++) {
				back[state] = state;
			}
			if (turn.facilitator()) {
				best = step(stems(turn.words()), best, back);
			}
			from.add(back);
		}
		return chain(best, from);
	}

	private double[] step(Set<String> heard, double[] best, int[] back) {
		double[] next = best.clone();
		for (int question = 0; question < this.questions.size(); question++) {
			double gain = likeness(question, heard) - THRESHOLD;
			for (int state = 0; gain >= 0 && state < best.length; state++) {
				double value = best[state] + gain - ((state > question + 1) ? BACKWARDS : 0);
				if (state != question + 1 && value > next[question + 1]) {
					next[question + 1] = value;
					back[question + 1] = state;
				}
			}
		}
		return next;
	}

	private static int[] chain(double[] best, List<int[]> from) {
		int state = 0;
		for (int other = 1; other < best.length; other++) {
			state = (best[other] > best[state]) ? other : state;
		}
		int[] starts = new int[from.size()];
		for (int turn = from.size() - 1; turn >= 0; turn--) {
			int before = from.get(turn)[state];
			starts[turn] = (before != state) ? state - 1 : NONE;
			state = before;
		}
		return starts;
	}

	private double likeness(int question, Set<String> heard) {
		double all = 0;
		double both = 0;
		for (Map.Entry<String, Double> word : this.questions.get(question).entrySet()) {
			all += word.getValue();
			both += heard.contains(word.getKey()) ? word.getValue() : 0;
		}
		Set<String> domain = this.domains.get(question);
		boolean named = !domain.isEmpty() && heard.containsAll(domain);
		return ((all > 0) ? both / all : 0) + (named ? DOMAIN : 0);
	}

	/** A word that many questions share tells little. */
	private Map<String, Double> weights(Set<String> stems, Map<String, Integer> spread) {
		Map<String, Double> weights = new HashMap<>();
		stems.forEach((stem) -> weights.put(stem, 1.0 / spread.getOrDefault(stem, 1)));
		return weights;
	}

	private static Set<String> stems(String text) {
		Set<String> stems = new HashSet<>();
		for (String word : text.toLowerCase(Locale.ROOT).replaceAll("['’]", "").split("[^\\p{L}\\p{N}]+", -1)) {
			if (!word.isEmpty() && !STOP_WORDS.contains(word)) {
				stems.add(stem(word));
			}
		}
		return stems;
	}

	private static String stem(String word) {
		for (String ending : List.of("ments", "ment", "ings", "ing", "ness", "ied", "ies", "ed", "es", "ly", "s", "e",
				"y")) {
			if (word.length() - ending.length() >= 3 && word.endsWith(ending)) {
				return word.substring(0, word.length() - ending.length());
			}
		}
		return word;
	}

	/** A question as it stands in the guide. */
	record Asked(String wording, String domain) {
	}

	/** A turn of talk. */
	record Said(boolean facilitator, String words) {
	}

}
