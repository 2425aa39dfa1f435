package org.projectthrive.transcript.file;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import org.projectthrive.transcript.file.speech.Excerpt;
import org.projectthrive.transcript.file.speech.TranscriptText.Remark;

/**
 * Notes about the talk that stand in the same file, from their heading to where the talk
 * begins or goes on.
 */
final class TalkNotes {

	private static final Set<String> NOTES = Set.of("summary", "details", "notes", "meeting notes", "meeting summary",
			"ai notes", "ai summary", "suggested next steps", "next steps", "action items", "decisions", "key points",
			"key takeaways", "takeaways", "highlights", "chapters", "chapters & topics", "outline", "overview",
			"follow-up tasks", "recap", "zusammenfassung", "résumé", "resumen");

	private static final Set<String> TALK = Set.of("transcript", "full transcript", "transcription",
			"meeting transcript", "📖 transcript", "transkript", "transcripción", "transcription complète");

	private final List<PlainLine> lines;

	private final Predicate<PlainLine> speaks;

	private final boolean marksTimes;

	private final boolean timed;

	private final int mark;

	/** Where the talk is headed for the last time, or -1. */
	private final int lastTalk;

	private TalkNotes(List<PlainLine> lines, Predicate<PlainLine> speaks) {
		this.lines = lines;
		this.speaks = speaks;
		long marks = lines.stream().filter(PlainLine::isLoneStamp).count();
		long strong = lines.stream().filter((line) -> line.isStrong() && speaks.test(line)).count();
		this.marksTimes = marks > 1 && strong == 0;
		this.timed = this.marksTimes || strong > 2;
		this.mark = this.marksTimes ? firstMark(lines) : 0;
		int last = lines.size() - 1;
		while (last >= 0 && !headsTalk(lines.get(last))) {
			last--;
		}
		this.lastTalk = last;
	}

	private static int firstMark(List<PlainLine> lines) {
		int mark = 0;
		while (!lines.get(mark).isLoneStamp()) {
			mark++;
		}
		return mark;
	}

	/** Which lines are notes, or the heading of the talk. */
	static BitSet of(List<PlainLine> lines, Predicate<PlainLine> speaks, List<Remark> remarks) {
		return new TalkNotes(lines, speaks).find(remarks);
	}

	private BitSet find(List<Remark> remarks) {
		BitSet found = new BitSet();
		boolean notes = false;
		for (int at = 0; at < this.lines.size(); at++) {
			PlainLine line = this.lines.get(at);
			if (notes) {
				notes = !isTalk(line);
			}
			else if (Furniture.ENDED.matcher(words(line)).matches()) {
				notes = true;
			}
			else if (isHeading(at) || isPreface(at)) {
				notes = true;
				remarks.add(new Remark(line.number(), "transcript.remark.notes", Excerpt.of(line.text())));
			}
			if (notes || headsTalk(line)) {
				found.set(at);
			}
		}
		return found;
	}

	private boolean isTalk(PlainLine line) {
		return line.isLoneStamp() || headsTalk(line)
				|| (!this.marksTimes && this.timed && line.isStrong() && this.speaks.test(line));
	}

	private boolean isHeading(int at) {
		return NOTES.contains(words(this.lines.get(at))) && (at < this.mark || this.timed || at < this.lastTalk);
	}

	/** Who speaks before the first time, when that is near the beginning, is quoted. */
	private boolean isPreface(int at) {
		return at < this.mark && this.speaks.test(this.lines.get(at)) && this.lines.get(this.mark).stamp() <= 60_000;
	}

	private static boolean headsTalk(PlainLine line) {
		return TALK.contains(words(line));
	}

	private static String words(PlainLine line) {
		return line.text().toLowerCase(Locale.ROOT);
	}

}
