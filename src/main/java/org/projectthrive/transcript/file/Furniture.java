package org.projectthrive.transcript.file;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.projectthrive.transcript.file.PlainLine.Kind;
import org.projectthrive.transcript.file.TranscriptText.Remark;

/**
 * What stands in a transcript and was not said in the session: page numbers and running
 * heads, headings, what the recorder wrote, the data at the top, and notes about the talk
 * that a person or a machine put into the same file. It is recognised by its place and
 * shape.
 */
final class Furniture {

	private static final int TOP = 15;

	private static final int SHORT = 100;

	private static final Pattern HEADING = Pattern
		.compile("=++(?:[^=]++=++)?|-{3,}|_{3,}|\\*{3,}|(?i:question|topic|section|part|item|prompt)\\s+\\d{1,3}"
				+ "\\s*(?:[.:)–-].{0,300})?|(?i:q)\\s?\\d{1,2}[.:)]?");

	private static final Pattern PAGE = Pattern
		.compile("(?i)(?:page|seite|p[áa]gina|pagina)\\s*\\d{1,4}(?:\\s*(?:of|/|von|de|di|sur|van)\\s*\\d{1,4})?"
				+ "|-\\s*\\d{1,4}\\s*-|\\d{1,4}\\s*/\\s*\\d{1,4}");

	private static final Pattern RECORDER = Pattern.compile(
			"(?i).{1,80} (?:started|stopped) (?:the )?(?:transcription|recording)\\.?|[\\[(<]?(?:end|start|beginning) of "
					+ "(?:the )?(?:recording|transcript|transcription|audio|interview|session|meeting)[\\])>]?\\.?"
					+ "|[\\[(]?(?:recording|transcription|transcript|meeting) (?:started|stopped|ended|begins|ends|paused"
					+ "|resumed).{0,60}|transcribed by .{1,80}|this editable transcript was computer generated.{0,120}");

	private static final Pattern ENDED = Pattern.compile("(?i)(?:transcription|meeting) ended after .{1,20}");

	private static final Set<String> DATA = Set.of("date", "time", "duration", "length", "location", "place",
			"participants", "attendees", "recording", "transcript", "title", "subject", "meeting title", "project",
			"file", "file name", "filename", "audio file", "interview date", "session", "session date",
			"transcribed by", "transcriber", "client", "topic", "speakers", "keywords", "site", "study", "language");

	private static final Set<String> NOTES = Set.of("summary", "details", "notes", "meeting notes", "meeting summary",
			"ai notes", "ai summary", "suggested next steps", "next steps", "action items", "decisions", "key points",
			"key takeaways", "takeaways", "highlights", "chapters", "chapters & topics", "outline", "overview",
			"follow-up tasks", "recap", "zusammenfassung", "résumé", "resumen");

	private static final Set<String> TALK = Set.of("transcript", "full transcript", "transcription",
			"meeting transcript", "📖 transcript", "transkript", "transcripción", "transcription complète");

	private final List<PlainLine> lines;

	private final Predicate<PlainLine> speaks;

	private final List<Remark> remarks;

	private final BitSet left = new BitSet();

	private final boolean marksTimes;

	private final boolean timed;

	private Furniture(List<PlainLine> lines, Predicate<PlainLine> speaks, List<Remark> remarks) {
		this.lines = lines;
		this.speaks = speaks;
		this.remarks = remarks;
		long marks = lines.stream().filter(PlainLine::isLoneStamp).count();
		long strong = lines.stream().filter((line) -> line.isStrong() && speaks.test(line)).count();
		this.marksTimes = marks > 1 && strong == 0;
		this.timed = this.marksTimes || strong > 2;
	}

	/** Which lines are to be left out. */
	static BitSet of(List<PlainLine> lines, Predicate<PlainLine> speaks, List<Remark> remarks) {
		Furniture furniture = new Furniture(lines, speaks, remarks);
		furniture.leaveLines();
		furniture.leaveRunningHeads();
		furniture.leaveSystemParagraphs();
		furniture.leaveDataAtTheTop();
		furniture.leaveNotes();
		return furniture.left;
	}

	private void leaveLines() {
		for (int at = 0; at < this.lines.size(); at++) {
			PlainLine line = this.lines.get(at);
			String text = line.text();
			if (text.isEmpty() || isSpeech(line) || text.length() > 400) {
				continue;
			}
			boolean page = PAGE.matcher(text).matches() || (text.length() < 5
					&& text.chars().allMatch((one) -> one >= '0' && one <= '9') && isBlank(at - 1) && isBlank(at + 1));
			if (page || HEADING.matcher(text).matches() || RECORDER.matcher(text).matches()
					|| ENDED.matcher(text).matches() || (line.marked() && !endsSentence(text))) {
				this.left.set(at);
			}
		}
	}

	/** A bold name may also begin what the recorder writes about somebody. */
	private boolean isSpeech(PlainLine line) {
		boolean unsure = line.kind() == Kind.BOLD && RECORDER.matcher(line.text()).matches();
		return this.speaks.test(line) && !unsure;
	}

	/** The same words at the top or the foot of pages. */
	private void leaveRunningHeads() {
		Map<String, Set<Integer>> places = new HashMap<>();
		for (int at = 0; at < this.lines.size(); at++) {
			String text = this.lines.get(at).text();
			if (!text.isEmpty() && text.length() < SHORT && !endsSentence(text) && text.indexOf(' ') > 0
					&& isNextToPage(at)) {
				places.computeIfAbsent(text, (words) -> new HashSet<>()).add(at);
			}
		}
		places.values().stream().filter((found) -> found.size() > 1).forEach((found) -> found.forEach(this.left::set));
	}

	private boolean isNextToPage(int at) {
		for (int step : new int[] { -1, 1 }) {
			int other = at + step;
			while (isBlank(other) && other >= 0 && other < this.lines.size()) {
				other += step;
			}
			if (other >= 0 && other < this.lines.size() && this.left.get(other)
					&& (PAGE.matcher(this.lines.get(other).text()).matches()
							|| this.lines.get(other).text().chars().allMatch(Character::isDigit))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Where each speech is a paragraph with its header, as Teams writes them, a short
	 * paragraph without one is a message, in whatever language.
	 */
	private void leaveSystemParagraphs() {
		long headed = this.lines.stream().filter((line) -> isHeaded(line) && this.speaks.test(line)).count();
		long others = this.lines.stream().filter((line) -> line.first() && !line.isBlank() && !isHeaded(line)).count();
		if (headed < 2 || others > headed) {
			return;
		}
		for (int at = 0; at < this.lines.size(); at++) {
			PlainLine line = this.lines.get(at);
			if (line.first() && line.last() && !line.isBlank() && line.text().length() < SHORT
					&& !endsSentence(line.text()) && (line.kind() == Kind.BOLD || !this.speaks.test(line))) {
				this.left.set(at);
			}
		}
	}

	private static boolean isHeaded(PlainLine line) {
		return line.kind() == Kind.HEADER && line.first() && !line.last();
	}

	/** Two lines such as "Date: …" make the block at the top a form, not speech. */
	private void leaveDataAtTheTop() {
		int seen = 0;
		int data = 0;
		int last = -1;
		for (int at = 0; at < this.lines.size() && seen < TOP; at++) {
			PlainLine line = this.lines.get(at);
			seen += line.isBlank() ? 0 : 1;
			if (line.label() != null && DATA.contains(line.label().toLowerCase(Locale.ROOT))) {
				data++;
				last = at;
			}
		}
		if (data < 2) {
			return;
		}
		int end = last + 1;
		while (end < Math.min(last + 6, this.lines.size()) && !isBlank(end)) {
			end++;
		}
		boolean parted = end < this.lines.size() && isBlank(end) && end <= last + 5;
		this.left.set(0, parted ? end : last + 1);
	}

	/** Leaves notes out, from their heading to where the talk begins or goes on. */
	private void leaveNotes() {
		int mark = 0;
		while (this.marksTimes && !this.lines.get(mark).isLoneStamp()) {
			mark++;
		}
		boolean notes = false;
		for (int at = 0; at < this.lines.size(); at++) {
			PlainLine line = this.lines.get(at);
			String words = line.text().toLowerCase(Locale.ROOT);
			boolean about = NOTES.contains(words);
			if (notes && isTalk(line)) {
				notes = false;
			}
			else if (!notes && ENDED.matcher(words).matches()) {
				notes = true;
			}
			else if (!notes && ((about && (at < mark || talkFollows(at, this.timed)))
					|| (at < mark && this.speaks.test(line) && this.lines.get(mark).stamp() <= 60_000))) {
				notes = true;
				this.remarks
					.add(new Remark(line.number(), "transcript.remark.notes", TranscriptFiles.excerpt(line.text())));
			}
			if (notes || TALK.contains(words)) {
				this.left.set(at);
			}
		}
	}

	private boolean isTalk(PlainLine line) {
		return line.isLoneStamp() || TALK.contains(line.text().toLowerCase(Locale.ROOT))
				|| (!this.marksTimes && this.timed && line.isStrong() && this.speaks.test(line));
	}

	private boolean talkFollows(int from, boolean otherwise) {
		boolean follows = otherwise;
		for (int at = from + 1; at < this.lines.size() && !follows; at++) {
			follows = TALK.contains(this.lines.get(at).text().toLowerCase(Locale.ROOT));
		}
		return follows;
	}

	private boolean isBlank(int at) {
		return at < 0 || at >= this.lines.size() || this.lines.get(at).isBlank();
	}

	private static boolean endsSentence(String text) {
		return ".!?…,;:\"”)]".indexOf(text.charAt(text.length() - 1)) >= 0;
	}

}
