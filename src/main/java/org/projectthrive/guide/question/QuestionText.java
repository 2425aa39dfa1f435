package org.projectthrive.guide.question;

import java.util.Set;

/**
 * All that a question says.
 *
 * @param domain a neutral noun, such as "In-basket"
 * @param probes one a line
 */
public record QuestionText(String wording, String domain, String intent, Polarity polarity, int minutes, String probes,
		Set<JoyComponent> components) {

	public QuestionText(String wording, String domain, String intent, Polarity polarity, int minutes, String probes,
			Set<JoyComponent> components) {
		this.wording = wording.strip();
		this.domain = domain.strip();
		this.intent = intent.strip();
		this.polarity = polarity;
		this.minutes = minutes;
		this.probes = String.join("\n", probes.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList());
		this.components = Set.copyOf(components);
	}

}
