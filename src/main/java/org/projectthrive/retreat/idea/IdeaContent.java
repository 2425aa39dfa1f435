package org.projectthrive.retreat.idea;

import java.util.Set;

/** What an idea says, and the themes and released findings that it answers. */
public record IdeaContent(String title, String text, Set<Long> themes, Set<Long> findings) {

	public IdeaContent {
		title = title.strip();
		text = text.strip();
		themes = Set.copyOf(themes);
		findings = Set.copyOf(findings);
	}

	IdeaContent withoutThemes() {
		return withThemes(Set.of());
	}

	IdeaContent withThemes(Set<Long> others) {
		return new IdeaContent(this.title, this.text, others, this.findings);
	}

}
