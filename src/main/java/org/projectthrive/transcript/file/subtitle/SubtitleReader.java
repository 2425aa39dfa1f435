package org.projectthrive.transcript.file.subtitle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.speech.Excerpt;
import org.projectthrive.transcript.file.speech.Timestamps;
import org.projectthrive.transcript.file.speech.TranscriptText;
import org.projectthrive.transcript.file.speech.TranscriptText.Dropped;
import org.projectthrive.transcript.file.speech.TranscriptText.Remark;
import org.projectthrive.transcript.file.speech.Turntaking;
import org.projectthrive.transcript.file.speech.Unreadable;
import org.projectthrive.transcript.file.speech.Utterance;

/**
 * Reads WebVTT as Zoom, Teams and others write it, and SubRip. A file whose times cannot
 * be read is refused, rather than read as text without times.
 */
public final class SubtitleReader {

	private static final String HEADER = "WEBVTT";

	private static final String ARROW = "-->";

	private static final int LOOKED_AT = 200;

	/** The number of a cue and who speaks, as Zoom and Webex write it. */
	private static final Pattern NAMED = Pattern.compile("\\d{1,6}\\s+\"([^\"]{0,200})\"\\s*\\(\\d{1,20}\\)\\s*");

	private final List<String> lines;

	private final boolean webVtt;

	private final List<Cue> cues = new ArrayList<>();

	private final List<Remark> remarks = new ArrayList<>();

	private final List<Dropped> dropped = new ArrayList<>();

	private int at;

	private int unreadable;

	private @Nullable String named;

	private SubtitleReader(List<String> lines, boolean webVtt) {
		this.lines = lines;
		this.webVtt = webVtt;
	}

	public static boolean isWebVtt(String content) {
		String text = content.stripLeading();
		return text.startsWith(HEADER)
				&& (text.length() == HEADER.length() || Character.isWhitespace(text.charAt(HEADER.length())));
	}

	/** Whether a line near the beginning has the two times of a cue. */
	public static boolean isSubRip(String content) {
		return content.lines().limit(LOOKED_AT).anyMatch((line) -> start(line) >= 0 && end(line) >= 0);
	}

	/** Reads text whose lines end with a line feed. */
	public static TranscriptText webVtt(String content, Predicate<String> known) {
		if (!isWebVtt(content)) {
			throw new Unreadable("header");
		}
		SubtitleReader reader = new SubtitleReader(content.lines().toList(), true);
		while (reader.lines.get(reader.at).isBlank()) {
			reader.at++;
		}
		reader.at++;
		reader.skipBlock();
		return reader.read(known);
	}

	public static TranscriptText subRip(String content, Predicate<String> known) {
		return new SubtitleReader(content.lines().toList(), false).read(known);
	}

	private TranscriptText read(Predicate<String> known) {
		while (this.at < this.lines.size()) {
			readBlock();
		}
		if (this.cues.isEmpty() || this.unreadable * 10 > this.cues.size()) {
			throw new Unreadable((this.unreadable > 0) ? "damaged" : "nothing");
		}
		List<Cue> named = Cue.withNamesInBrackets(Cue.withNamesAbove(this.cues));
		List<Utterance> said = new CueSpeakers(named, known, this.remarks).hear();
		return new TranscriptText(Turntaking.merged(said, this.remarks), this.remarks, this.dropped);
	}

	private void readBlock() {
		String line = this.lines.get(this.at);
		if (line.contains(ARROW)) {
			readCue(line);
		}
		else if (line.isBlank()) {
			this.at++;
		}
		else if (this.webVtt && (isBlock(line, "NOTE") || isBlock(line, "STYLE") || isBlock(line, "REGION"))) {
			skipBlock();
		}
		else {
			boolean id = this.at + 1 < this.lines.size() && this.lines.get(this.at + 1).contains(ARROW);
			if (!id) {
				drop(this.at);
			}
			this.named = id ? named(line) : null;
			this.at++;
		}
	}

	private static @Nullable String named(String id) {
		Matcher named = NAMED.matcher(id);
		return named.matches() ? Excerpt.of(named.group(1)) : null;
	}

	private static boolean isBlock(String line, String name) {
		return line.equals(name) || line.startsWith(name + " ") || line.startsWith(name + "\t");
	}

	private void skipBlock() {
		while (this.at < this.lines.size() && !this.lines.get(this.at).isBlank()
				&& !this.lines.get(this.at).contains(ARROW)) {
			this.at++;
		}
	}

	private void readCue(String timing) {
		int number = this.at + 1;
		String speaker = this.named;
		this.named = null;
		int start = start(timing);
		int end = end(timing);
		this.at++;
		int first = this.at;
		while (this.at < this.lines.size() && !this.lines.get(this.at).isBlank()
				&& !this.lines.get(this.at).contains(ARROW)) {
			this.at++;
		}
		boolean blankFollows = this.at == this.lines.size() || this.lines.get(this.at).isBlank();
		int last = blankFollows ? this.at : Math.max(first, withoutId());
		if (start < 0 || end < 0) {
			this.unreadable++;
			this.remarks.add(new Remark(number, "transcript.remark.time", Excerpt.of(timing)));
			for (int line = first; line < last; line++) {
				drop(line);
			}
			return;
		}
		this.cues.add(Cue.of(start, Math.max(start, end), this.lines.subList(first, last), speaker, number));
	}

	private static int start(String timing) {
		int arrow = timing.indexOf(ARROW);
		return (arrow < 0) ? Timestamps.NONE : Timestamps.millis(timing.substring(0, arrow));
	}

	private static int end(String timing) {
		int arrow = timing.indexOf(ARROW);
		return (arrow < 0) ? Timestamps.NONE
				: Timestamps.millis(timing.substring(arrow + ARROW.length()).strip().split("\\s", 2)[0]);
	}

	/**
	 * The line before the next cue's times, without a blank line between, is that cue's
	 * number.
	 */
	private int withoutId() {
		String before = this.lines.get(this.at - 1).strip();
		this.named = named(before);
		boolean number = !before.isEmpty() && before.chars().allMatch(Character::isDigit);
		return (number || this.named != null) ? this.at - 1 : this.at;
	}

	private void drop(int line) {
		this.dropped.add(new Dropped(line + 1, Excerpt.of(this.lines.get(line))));
	}

}
