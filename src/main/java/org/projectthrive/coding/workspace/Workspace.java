package org.projectthrive.coding.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.workspace.SessionWords.PaletteRow;

/**
 * A session on the analyst's desk: what was said and noted, with what was coded, and the
 * codebook beside it.
 *
 * @param corrected how many codings of one's own are on words that were corrected
 */
record Workspace(String title, String zone, List<PaletteRow> themes, List<Part> parts, List<CodedSource> notes,
		List<Question> questions, List<String> speakers, boolean empty, long corrected) {

	/** Puts sources and codings together in one pass over each. */
	static Workspace of(List<PaletteRow> palette, List<SourceRow> sources, List<CodingRow> codings,
			WorkspaceFilter filter, Long personId) {
		Map<String, List<CodingRow>> bySource = new LinkedHashMap<>();
		for (CodingRow coding : codings) {
			if (filter.shows(coding, personId)) {
				bySource.computeIfAbsent(ref(coding), (ref) -> new ArrayList<>()).add(coding);
			}
		}
		List<CodedSource> shown = sources.stream()
			.map((source) -> new CodedSource(source, bySource.getOrDefault(source.ref(), List.of())))
			.filter((source) -> filter.shows(source.row(), source.codings()))
			.toList();
		PaletteRow head = palette.get(0);
		return new Workspace(head.title(), head.zone(), palette.stream().filter((row) -> row.id() != null).toList(),
				parts(shown), shown.stream().filter((source) -> !source.row().isTurn()).toList(),
				questions(sources, shown),
				sources.stream().map(SourceRow::speaker).filter((who) -> !who.isEmpty()).distinct().sorted().toList(),
				sources.isEmpty(),
				codings.stream().filter((coding) -> coding.flagged() && coding.isBy(personId)).count());
	}

	/** Turns in a row under the same question are a part. */
	private static List<Part> parts(List<CodedSource> shown) {
		List<Part> parts = new ArrayList<>();
		for (CodedSource source : shown) {
			if (source.row().isTurn()) {
				Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
				if (last == null || !last.question().equals(source.row().question())) {
					last = new Part(source.row().question(), source.row().domain(), source.row().wording(),
							new ArrayList<>());
					parts.add(last);
				}
				last.turns().add(source);
			}
		}
		return parts;
	}

	private static List<Question> questions(List<SourceRow> sources, List<CodedSource> shown) {
		Map<String, String> firstShown = new LinkedHashMap<>();
		shown.forEach((source) -> firstShown.putIfAbsent(source.row().question(), source.row().ref()));
		Map<String, Question> questions = new LinkedHashMap<>();
		for (SourceRow source : sources) {
			if (!source.question().isEmpty()) {
				questions.putIfAbsent(source.question(), new Question(source.question(),
						Objects.requireNonNullElse(source.domain(), ""), firstShown.get(source.question())));
			}
		}
		return List.copyOf(questions.values());
	}

	private static String ref(CodingRow coding) {
		return (coding.turnId() != null) ? "turn-" + coding.turnId() : "note-" + coding.noteId();
	}

	/** Turns in a row under one question, or under none. */
	record Part(String question, @Nullable String domain, @Nullable String wording, List<CodedSource> turns) {
	}

	/**
	 * A question that was asked in the session.
	 *
	 * @param anchor the first source under it that is shown
	 */
	record Question(String ref, String domain, @Nullable String anchor) {
	}

}
