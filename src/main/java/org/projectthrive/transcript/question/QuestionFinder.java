package org.projectthrive.transcript.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proposes where each question is asked: the facilitators' turns that sound most like it,
 * chosen together so that the order of the guide is preferred, though questions may be
 * left out, asked early and come back to. A question that was noted live but is not heard
 * starts when it was noted.
 */
public final class QuestionFinder {

	/** No question. */
	public static final int NONE = -1;

	/** Below this many of 100 a proposal is shown as uncertain. */
	public static final int SURE = 60;

	/** So much of a question must be heard in a turn. */
	private static final double THRESHOLD = 0.4;

	/** What it costs to leave out questions, for each, and at most. */
	private static final double AHEAD = 0.03;

	private static final double FAR_AHEAD = 0.09;

	/** What going back to an earlier question costs, announced and not. */
	private static final double BACK = 0.05;

	private static final double BACKWARDS = 0.3;

	/** What it costs to hear an unscripted question long before or after it was noted. */
	private static final double UNTIMELY = 0.2;

	private static final int TIMELY_MS = 300_000;

	private static final int AFTER_START_MS = 60_000;

	private static final int APART_MS = 30_000;

	private static final int NOTED_ONLY = 30;

	private final List<Asked> asked;

	/**
	 * @param asked the questions of the guide in their order, then the unscripted ones
	 */
	public QuestionFinder(List<Asked> asked) {
		this.asked = List.copyOf(asked);
	}

	/** The stretches in their order; turns before the first belong to no question. */
	public List<Stretch> find(List<Said> turns) {
		List<Stretch> stretches = new ArrayList<>();
		Likeness likeness = new Likeness(this.asked, turns);
		List<double[]> heard = turns.stream()
			.map((turn) -> turn.facilitator() ? gains(likeness, turn) : new double[0])
			.toList();
		int[] starts = starts(turns, heard);
		for (int turn = 0; turn < starts.length; turn++) {
			if (starts[turn] != NONE) {
				stretches.add(new Stretch(turn, starts[turn], confidence(heard.get(turn), starts[turn])));
			}
		}
		return withNoted(stretches, turns);
	}

	private double[] gains(Likeness likeness, Said turn) {
		double[] gains = likeness.of(turn.words(), Cues.in(turn.words()));
		for (int question = 0; question < gains.length; question++) {
			gains[question] -= THRESHOLD + (isUntimely(this.asked.get(question), turn) ? UNTIMELY : 0);
		}
		return gains;
	}

	private static boolean isUntimely(Asked question, Said turn) {
		Integer opened = question.openedMs();
		Integer starts = turn.startsMs();
		return opened != null && starts != null && opened >= AFTER_START_MS && Math.abs(opened - starts) > TIMELY_MS;
	}

	/**
	 * The best chain of starts; state 0 is before the first question, state q + 1 after
	 * the start of question q.
	 */
	private int[] starts(List<Said> turns, List<double[]> gains) {
		double[] best = new double[this.asked.size() + 1];
		Arrays.fill(best, 1, best.length, Double.NEGATIVE_INFINITY);
		List<int[]> from = new ArrayList<>();
		for (int turn = 0; turn < turns.size(); turn++) {
			int[] back = new int[best.length];
			Arrays.setAll(back, (state) -> state);
			if (turns.get(turn).facilitator()) {
				best = step(gains.get(turn), Cues.in(turns.get(turn).words()).returns(), best, back);
			}
			from.add(back);
		}
		return chain(best, from);
	}

	private double[] step(double[] gains, boolean returns, double[] best, int[] back) {
		double[] next = best.clone();
		for (int question = 0; question < gains.length; question++) {
			for (int state = 0; gains[question] >= 0 && state < best.length; state++) {
				double value = best[state] + gains[question] - cost(state, question, returns);
				if (state != question + 1 && value > next[question + 1]) {
					next[question + 1] = value;
					back[question + 1] = state;
				}
			}
		}
		return next;
	}

	/**
	 * What it costs to go from a question to another; unscripted ones come at any time.
	 */
	private double cost(int state, int question, boolean returns) {
		boolean ordered = this.asked.get(question).isOfGuide() && (state == 0 || this.asked.get(state - 1).isOfGuide());
		if (!ordered) {
			return 0;
		}
		if (question + 1 < state) {
			return returns ? BACK : BACKWARDS;
		}
		return Math.min(FAR_AHEAD, AHEAD * (question - state));
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

	/** Sure is what is heard nearly whole, and far more than any other question. */
	private static int confidence(double[] gains, int question) {
		double second = 0;
		for (int other = 0; other < gains.length; other++) {
			second = (other != question) ? Math.max(second, gains[other] + THRESHOLD) : second;
		}
		double heard = Math.min(1, gains[question] + THRESHOLD);
		double apart = Math.max(0, Math.min(1, gains[question] + THRESHOLD - second));
		return (int) Math.max(5, Math.min(99, Math.round(100 * (0.6 * heard + 0.5 * apart - 0.05))));
	}

	/**
	 * Unscripted questions that nobody asked in their words start where the talk was when
	 * they were noted, unless another one starts just there.
	 */
	private List<Stretch> withNoted(List<Stretch> heard, List<Said> turns) {
		List<Stretch> stretches = new ArrayList<>(heard);
		for (int question = 0; question < this.asked.size(); question++) {
			Integer opened = this.asked.get(question).openedMs();
			int found = question;
			if (opened != null && opened >= AFTER_START_MS
					&& stretches.stream().noneMatch((one) -> one.question() == found)) {
				int turn = at(turns, opened);
				if (turn >= 0 && stretches.stream().noneMatch((one) -> isNear(turns, one.turn(), turn))) {
					stretches.add(new Stretch(turn, question, NOTED_ONLY));
				}
			}
		}
		stretches.sort((one, other) -> Integer.compare(one.turn(), other.turn()));
		return stretches;
	}

	/**
	 * The turn that was spoken at a time; none when the talk is not timed or over by
	 * then.
	 */
	private static int at(List<Said> turns, int millis) {
		int found = NONE;
		for (int turn = 0; turn < turns.size(); turn++) {
			Integer starts = turns.get(turn).startsMs();
			if (starts != null && starts > millis) {
				return found;
			}
			found = (starts != null) ? turn : found;
		}
		return NONE;
	}

	private static boolean isNear(List<Said> turns, int one, int other) {
		Integer first = turns.get(one).startsMs();
		Integer second = turns.get(other).startsMs();
		return one == other || (first != null && second != null && Math.abs(first - second) < APART_MS);
	}

}
