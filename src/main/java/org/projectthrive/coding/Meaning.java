package org.projectthrive.coding;

import jakarta.persistence.Embeddable;

import org.projectthrive.platform.error.RuleViolation;

/**
 * What a theme means, so that two analysts use it alike: its name, and when it fits and
 * when it does not.
 */
@Embeddable
record Meaning(String name, String definition, String useWhen, String notWhen, String example) {

	Meaning {
		if (name.isBlank()) {
			throw new RuleViolation("theme.name.missing");
		}
		name = name.strip();
		definition = definition.strip();
		useWhen = useWhen.strip();
		notWhen = notWhen.strip();
		example = example.strip();
	}

}
