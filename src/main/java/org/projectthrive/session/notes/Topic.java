package org.projectthrive.session.notes;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A question of a session: of the guide it runs on, or opened on the spot.
 *
 * @param number its place in the guide; 0 when it is unscripted
 * @param probes one a line
 * @param intent what it is to find out
 */
public record Topic(@Nullable Long questionId, @Nullable Long unscriptedQuestionId, int number, String wording,
		String domain, int minutes, String probes, String intent) {

	/** Names it in addresses: {@code q12}, or {@code u3} when it is unscripted. */
	public String key() {
		return key(this.questionId, this.unscriptedQuestionId);
	}

	/** The key of whichever of the two it is. */
	public static String key(@Nullable Long questionId, @Nullable Long unscriptedQuestionId) {
		return (questionId != null) ? "q" + questionId : "u" + unscriptedQuestionId;
	}

	/** The topic with the given key, or else the first. */
	static @Nullable Topic choose(List<Topic> topics, String key) {
		return topics.stream()
			.filter((topic) -> topic.key().equals(key))
			.findFirst()
			.orElseGet(() -> topics.isEmpty() ? null : topics.get(0));
	}

	public boolean isScripted() {
		return this.questionId != null;
	}

	public List<String> probeLines() {
		return this.probes.lines().filter((line) -> !line.isBlank()).toList();
	}

}
