package org.projectthrive.transcript.file;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.projectthrive.transcript.file.speech.SpeakerLabels;

/**
 * Who was there, as a file itself says at its top: {@code Attendees} above the names, or
 * {@code Speakers: A, B}.
 */
final class Attendance {

	private static final int TOP = 30;

	private static final int LONGEST = 2000;

	private static final Set<String> HEADS = Set.of("attendees", "speakers", "participants", "meeting participants",
			"present", "teilnehmer", "teilnehmende", "participantes", "participants à la réunion");

	private Attendance() {
	}

	static Set<String> of(List<PlainLine> lines) {
		Set<String> names = new HashSet<>();
		boolean headed = false;
		for (PlainLine line : lines.subList(0, Math.min(TOP, lines.size()))) {
			if (headed && !line.isBlank()) {
				add(line.text(), names);
				headed = false;
			}
			String label = line.label();
			if (label != null && isHead(label) && !line.words().isEmpty()) {
				add(line.words(), names);
			}
			headed |= isHead(line.text());
		}
		return names;
	}

	private static boolean isHead(String text) {
		String head = text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
		return HEADS.contains(head.toLowerCase(Locale.ROOT));
	}

	/** Names with commas between them, and nothing else. */
	private static void add(String list, Set<String> names) {
		List<String> parts = List.of(list.split("[,;•] ?", -1));
		boolean all = list.length() <= LONGEST
				&& parts.stream().allMatch((part) -> SpeakerLabels.isShaped(part) && SpeakerLabels.isName(part));
		if (all && parts.size() > 1) {
			names.addAll(parts);
		}
	}

}
