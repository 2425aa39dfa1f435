package org.projectthrive.transcript.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.PlainLine.Kind;
import org.projectthrive.transcript.file.speech.SpeakerLabels;
import org.projectthrive.transcript.file.speech.Timestamps;
import org.projectthrive.transcript.file.text.FileText;

/**
 * What the columns of a table hold, told by the row at its head, in whatever order they
 * stand.
 */
final class Columns {

	private static final Map<Holds, Set<String>> HEADS = Map
		.of(Holds.TIME,
				Set.of("time", "times", "timestamp", "timecode", "time code", "start", "start time", "timespan",
						"time span", "begin", "in", "zeit", "temps", "hora", "inicio"),
				Holds.SPEAKER,
				Set.of("speaker", "speakers", "speaker name", "name", "who", "participant", "person", "voice",
						"sprecher", "sprecherin", "locuteur", "intervenant", "hablante", "orador", "participante"),
				Holds.WORDS,
				Set.of("text", "transcript", "transcription", "content", "speech", "dialogue", "words", "utterance",
						"inhalt", "texte", "texto"),
				Holds.NOTHING,
				Set.of("end", "end time", "out", "line", "no", "no.", "#", "nr", "nr.", "number", "id", "duration",
						"row", "turn"),
				Holds.ASIDE, Set.of("notes", "note", "comments", "comment", "codes", "code", "memo", "observations"));

	private final List<Holds> cells;

	private Columns(List<Holds> cells) {
		this.cells = cells;
	}

	/** What a column is for. */
	private enum Holds {

		TIME, SPEAKER, WORDS, ASIDE, NOTHING

	}

	/** The columns below a row, or null when the row is not the head of a table. */
	static @Nullable Columns of(String row) {
		List<Holds> cells = new ArrayList<>();
		for (String cell : cells(row)) {
			Holds holds = holds(cell);
			if (holds == null) {
				return null;
			}
			cells.add(holds);
		}
		boolean table = cells.contains(Holds.WORDS) && cells.contains(Holds.SPEAKER);
		return table ? new Columns(cells) : null;
	}

	private static @Nullable Holds holds(String cell) {
		String head = cell.toLowerCase(Locale.ROOT).replaceFirst(":$", "").strip();
		if (head.isEmpty()) {
			return Holds.NOTHING;
		}
		return HEADS.entrySet()
			.stream()
			.filter((column) -> column.getValue().contains(head))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

	boolean fits(String row) {
		return cells(row).size() == this.cells.size();
	}

	/** What was said, then what stands beside it and was not. */
	List<PlainLine> read(String row, int number) {
		String time = in(row, Holds.TIME).stream().findFirst().orElse("");
		String label = String.join(" ", in(row, Holds.SPEAKER)).replaceFirst("\\s*:$", "");
		String words = String.join(" ", in(row, Holds.WORDS));
		boolean speaks = SpeakerLabels.isShaped(label) && !words.isEmpty();
		List<PlainLine> lines = new ArrayList<>();
		lines.add(line(number, speaks ? label + " " + words : words, Timestamps.bracketed(time), speaks ? label : null,
				words, speaks ? Kind.CELL : Kind.NONE));
		in(row, Holds.ASIDE).forEach((text) -> lines.add(aside(number, text)));
		return lines;
	}

	private List<String> in(String row, Holds column) {
		List<String> texts = cells(row);
		return IntStream.range(0, texts.size())
			.filter((at) -> this.cells.get(at) == column && !texts.get(at).isEmpty())
			.mapToObj(texts::get)
			.toList();
	}

	/** What stands in the table and was not said. */
	static PlainLine aside(int number, String row) {
		String text = String.join(" ", cells(row)).strip();
		return line(number, text, Timestamps.NONE, null, text, Kind.ASIDE);
	}

	private static PlainLine line(int number, String text, int stamp, @Nullable String label, String words, Kind kind) {
		return new PlainLine(number, text, stamp, label, words, kind, true, true, false);
	}

	private static List<String> cells(String row) {
		List<String> cells = new ArrayList<>();
		for (String cell : row.split(String.valueOf(FileText.CELL), -1)) {
			cells.add(cell.replace(FileText.BREAK, ' ').strip());
		}
		return cells;
	}

}
