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
import org.projectthrive.transcript.file.speech.TranscriptText.Remark;

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
					+ "|resumed).{0,60}|trans(?:cribed|cript) by .{1,80}|this editable transcript was computer generated.{0,120}"
					+ "|this transcript was (?:exported|created|generated|produced) .{1,200}"
					+ "|sonix is the world's .{1,200}|automatically convert your .{1,200}"
					+ "|.{0,300} - watch: https?://\\S{1,200}"
					+ "|.{1,80} (?:a (?:démarré|arrêté|commencé|lancé)|(?:ha )?(?:iniciado|detenido|inició|detuvo|comenzó"
					+ "|avviato|interrotto|arrestato)|iniciou|interrompeu|parou|hat|heeft) (?:la|a|die|de) (?:transcri|transkri"
					+ "|trascri)\\S{3,9}(?: (?:gestartet|beendet|angehalten|gestart|gestopt))?\\.?");

	static final Pattern ENDED = Pattern.compile("(?i)(?:transcription|meeting) ended after .{1,20}");

	private static final Set<String> DATA = Set.of("date", "time", "duration", "length", "location", "place",
			"participants", "attendees", "recording", "transcript", "title", "subject", "meeting title", "project",
			"file", "file name", "filename", "audio file", "interview date", "session", "session date",
			"transcribed by", "transcriber", "client", "topic", "speakers", "keywords", "site", "study", "language");

	private final List<PlainLine> lines;

	private final Predicate<PlainLine> speaks;

	private final BitSet left = new BitSet();

	private Furniture(List<PlainLine> lines, Predicate<PlainLine> speaks) {
		this.lines = lines;
		this.speaks = speaks;
	}

	/** Which lines are to be left out. */
	static BitSet of(List<PlainLine> lines, Predicate<PlainLine> speaks, List<Remark> remarks) {
		Furniture furniture = new Furniture(lines, speaks);
		furniture.leaveLines();
		furniture.leaveRunningHeads();
		furniture.leaveSystemParagraphs();
		furniture.leaveDataAtTheTop();
		furniture.left.or(TalkNotes.of(lines, speaks, remarks));
		return furniture.left;
	}

	private void leaveLines() {
		for (int at = 0; at < this.lines.size(); at++) {
			PlainLine line = this.lines.get(at);
			boolean aside = line.kind() == Kind.ASIDE;
			if (!aside && (line.isBlank() || isSpeech(line) || line.text().length() > 400)) {
				continue;
			}
			if (aside || isPage(at) || isHeading(line) || isOfRecorder(line)) {
				this.left.set(at);
			}
		}
	}

	/** A bold name may also begin what the recorder writes about somebody. */
	private boolean isSpeech(PlainLine line) {
		boolean unsure = line.kind() == Kind.BOLD && RECORDER.matcher(line.text()).matches();
		return this.speaks.test(line) && !unsure;
	}

	private boolean isPage(int at) {
		String text = this.lines.get(at).text();
		return PAGE.matcher(text).matches() || (text.length() < 5
				&& text.chars().allMatch((one) -> one >= '0' && one <= '9') && isBlank(at - 1) && isBlank(at + 1));
	}

	private static boolean isHeading(PlainLine line) {
		return HEADING.matcher(line.text()).matches() || (line.marked() && !endsSentence(line.text()));
	}

	private static boolean isOfRecorder(PlainLine line) {
		return RECORDER.matcher(line.text()).matches() || ENDED.matcher(line.text()).matches();
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
		if (isHeadedThroughout()) {
			for (int at = 0; at < this.lines.size(); at++) {
				if (isMessage(this.lines.get(at))) {
					this.left.set(at);
				}
			}
		}
	}

	/** Whether headers are as many as other paragraphs from the first to the last. */
	private boolean isHeadedThroughout() {
		int headed = 0;
		int others = 0;
		int between = 0;
		for (PlainLine line : this.lines) {
			if (isHeaded(line) && this.speaks.test(line)) {
				others += (headed > 0) ? between : 0;
				between = 0;
				headed++;
			}
			else {
				between += (line.first() && !line.isBlank()) ? 1 : 0;
			}
		}
		return headed >= 2 && others <= headed;
	}

	private static boolean isHeaded(PlainLine line) {
		return line.kind() == Kind.HEADER && line.first() && !line.last();
	}

	private boolean isMessage(PlainLine line) {
		return line.first() && line.last() && !line.isBlank() && line.text().length() < SHORT
				&& !endsSentence(line.text()) && (line.kind() == Kind.BOLD || !this.speaks.test(line));
	}

	/** Two lines such as "Date: …" make the block at the top a form, not speech. */
	private void leaveDataAtTheTop() {
		int seen = 0;
		int data = 0;
		int last = -1;
		for (int at = 0; at < this.lines.size() && seen < TOP; at++) {
			PlainLine line = this.lines.get(at);
			seen += line.isBlank() ? 0 : 1;
			if (isData(line)) {
				data++;
				last = at;
			}
		}
		if (data < 2) {
			return;
		}
		int end = last + 1;
		while (end < Math.min(last + 6, this.lines.size()) && !isBlank(end) && !this.speaks.test(this.lines.get(end))) {
			end++;
		}
		boolean parted = end < this.lines.size() && isBlank(end) && end <= last + 5;
		this.left.set(0, parted ? end : last + 1);
	}

	private boolean isData(PlainLine line) {
		String label = line.label();
		return label != null && DATA.contains(label.toLowerCase(Locale.ROOT)) && !this.speaks.test(line);
	}

	private boolean isBlank(int at) {
		return at < 0 || at >= this.lines.size() || this.lines.get(at).isBlank();
	}

	private static boolean endsSentence(String text) {
		return ".!?…,;:\"”)]".indexOf(text.charAt(text.length() - 1)) >= 0;
	}

}
