package org.projectthrive.transcript.question;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of a text that say what it is about: lower case, without their endings,
 * without words that every question has, without polite fillers. Words that mean nearly
 * the same when people talk about their work are one.
 */
final class Stems {

	private static final Set<String> STOP_WORDS = Set
		.copyOf(List.of(("the and for you your yours are was were what when which who "
				+ "whom how why where does did that this these those with have has had would could should them they there here "
				+ "from into about like more most than then one our out can will not but all any let lets its it so to of in on "
				+ "or a i me my we us do is be been as at by if an no im id ill ive youre youd youve dont didnt thats theres "
				+ "whats were just very really also too some other each every up down over same such having get got getting go "
				+ "going make makes made give gives tell said says talk think thing things something anything anyone "
				+ "anybody somebody someone everyone everybody people around now today next first second third last "
				+ "question questions number topic subject little bit moment minute minutes move moving turn along back want "
				+ "come comes came take takes see look looks ask asking asked hear heard much many lot kind sort maybe perhaps "
				+ "again still even only else way well good great fine nice lovely wonderful okay ok right alright yes yeah no "
				+ "um uh hmm mhm thank thanks please sorry welcome hello hi appreciate sharing interesting guess mean know "
				+ "need be being comes easily easy word words put bring brings brought play playing")
			.split(" ", -1)));

	/** Each line is one meaning. */
	private static final List<String> FAMILIES = List.of(
			"joy joyful happy happiness enjoy enjoyable delight glad fulfil",
			"value valued recognition recognise recognize reward appreciated acknowledge acknowledged",
			"pandemic covid coronavirus lockdown", "autonomy control choice decide decision freedom",
			"team teamwork teammate", "friendship friend camaraderie", "together togetherness",
			"engagement engaged involved involvement absorbed", "room space surroundings environment building layout",
			"scope range breadth", "inbasket inbox basket", "burnout exhausted exhaustion", "difficult hard tough",
			"effective productive efficient", "change changed alter altered different", "rule policy restriction",
			"job work working workplace practice", "care caring medicine", "clinic office site",
			"schedule scheduling calendar timetable template", "pay salary money income",
			"well healthy wellbeing wellness");

	private static final List<String> ENDINGS = List.of("fulness", "ments", "ment", "ations", "ation", "ings", "ing",
			"ness", "ied", "ies", "ful", "ers", "er", "ed", "es", "ly", "s", "e", "y");

	private static final Map<String, String> FAMILY_OF = families();

	private Stems() {
	}

	/** In the order in which they come, each once. */
	static Set<String> of(String text) {
		Set<String> stems = new LinkedHashSet<>();
		for (String word : words(text)) {
			if (!word.isEmpty() && !STOP_WORDS.contains(word)) {
				String stem = stem(word);
				stems.add(FAMILY_OF.getOrDefault(stem, stem));
			}
		}
		return stems;
	}

	/** A compound such as "in-basket" is one word, however it is written. */
	static String[] words(String text) {
		return text.toLowerCase(Locale.ROOT)
			.replaceAll("['’]", "")
			.replaceAll("\\bin[- ](basket|box)\\b", "in$1")
			.replaceAll("\\bwell-being\\b", "wellbeing")
			.split("[^\\p{L}\\p{N}]+", -1);
	}

	private static String stem(String word) {
		for (String ending : ENDINGS) {
			if (word.length() - ending.length() >= 3 && word.endsWith(ending)) {
				return word.substring(0, word.length() - ending.length());
			}
		}
		return word;
	}

	private static Map<String, String> families() {
		Map<String, String> families = new HashMap<>();
		for (String line : FAMILIES) {
			String[] words = line.split(" ", -1);
			for (String word : words) {
				families.put(stem(word), stem(words[0]));
			}
		}
		return families;
	}

}
