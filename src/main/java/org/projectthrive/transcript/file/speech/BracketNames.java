package org.projectthrive.transcript.file.speech;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code (Name) words}: where at least half of the lines begin like that, what stands in
 * the brackets is no sound.
 */
public final class BracketNames {

	private static final int FEW = 3;

	private static final Pattern BRACKETS = Pattern.compile("^\\s{0,8}\\(([^()\\d:][^():]{0,62})\\)\\s{1,8}(?=\\S)");

	private BracketNames() {
	}

	/** Whether lines name their speakers so, and each of them more than once. */
	public static boolean are(List<String> lines) {
		int filled = 0;
		int named = 0;
		Set<String> names = new HashSet<>();
		for (String line : lines) {
			filled += line.isBlank() ? 0 : 1;
			String name = name(line);
			if (!name.isEmpty()) {
				names.add(name);
				named++;
			}
		}
		return named >= FEW && named * 2 >= filled && names.size() > 1 && names.size() < named;
	}

	/** The same lines as {@code Name: words}. */
	public static List<String> withColons(List<String> lines) {
		return are(lines) ? lines.stream().map(BracketNames::withColon).toList() : lines;
	}

	public static String withColon(String line) {
		return name(line).isEmpty() ? line : BRACKETS.matcher(line).replaceFirst("$1: ");
	}

	private static String name(String line) {
		if (line.indexOf('(') < 0) {
			return "";
		}
		Matcher brackets = BRACKETS.matcher(line);
		boolean named = brackets.lookingAt() && SpeakerLabels.isShaped(brackets.group(1))
				&& SpeakerLabels.isOnlyName(brackets.group(1));
		return named ? brackets.group(1) : "";
	}

}
