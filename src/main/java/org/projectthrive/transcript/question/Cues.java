package org.projectthrive.transcript.question;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What moderators say when they leave one question for another, apart from the question
 * itself.
 *
 * @param moves on to something else
 * @param returns to what was talked about before
 * @param number of the question that is announced, counted from 1; 0 for none, -1 for the
 * last one
 * @param asks whether a question is put, or an invitation to speak
 */
record Cues(boolean moves, boolean returns, int number, boolean asks) {

	static final int LAST = -1;

	private static final Pattern MOVES = Pattern
		.compile("\\b(mov(e|ing) (us )?(on|along|over|ahead)|go on|turn(ing)? to|"
				+ "let'?s (go|turn|talk|take|start|begin|move|shift|switch|look)|on to|next (one|question|topic|up)|we start|"
				+ "change (the )?(topic|subject)|shift(ing)? (gears|to)|new (topic|question)|takes us|brings (me|us)|leads|"
				+ "different (topic|subject|question)|last (one|question)|final(ly| one| question)|now,? (about|for|to)|"
				+ "like to (ask|talk|hear|turn|go|move)|speaking of)\\b");

	private static final Pattern RETURNS = Pattern
		.compile("\\b((go|going|come|coming|circle|get) back to|return(ing)? to|"
				+ "back to|earlier (you|we|question)|again about|before we leave)\\b");

	private static final Pattern ASKS = Pattern
		.compile("\\?|\\b(tell (us|me)|describe|share|i wonder|i'?d (like|love) to (hear|know|ask)|talk about|"
				+ "how about|what about|thoughts on|imagine|think (of|about))\\b");

	private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight",
			"nine", "ten", "eleven", "twelve");

	private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth",
			"seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth");

	private static final Pattern NUMBERED = Pattern
		.compile("\\b(?:number|question|straight to|on to) (" + String.join("|", NUMBERS) + "|\\d{1,2})\\b|\\bthe ("
				+ String.join("|", ORDINALS) + ")(?: (?:one|question)|\\.|,)|\\b(last|final) (?:one|question)\\b");

	static Cues in(String words) {
		String text = words.toLowerCase(Locale.ROOT).replace('’', '\'');
		return new Cues(MOVES.matcher(text).find(), RETURNS.matcher(text).find(), number(text),
				ASKS.matcher(text).find());
	}

	private static int number(String text) {
		Matcher matcher = NUMBERED.matcher(text);
		if (!matcher.find()) {
			return 0;
		}
		if (matcher.group(3) != null) {
			return LAST;
		}
		String word = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
		if (Character.isDigit(word.charAt(0))) {
			return Integer.parseInt(word);
		}
		return Math.max(NUMBERS.indexOf(word), ORDINALS.indexOf(word)) + 1;
	}

}
