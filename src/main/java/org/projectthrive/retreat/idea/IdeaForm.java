package org.projectthrive.retreat.idea;

import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record IdeaForm(@NotBlank @Size(max = 200) @Nullable String title, @Size(max = 2000) @Nullable String text,
		@Nullable Set<Long> themes, @Nullable Set<Long> findings, @Nullable Integer version) {

	static final IdeaForm EMPTY = new IdeaForm(null, null, Set.of(), Set.of(), null);

	static IdeaForm of(Idea idea) {
		return new IdeaForm(idea.title(), idea.text(), idea.themes(), idea.findings(), idea.version());
	}

	IdeaContent content() {
		return new IdeaContent(String.valueOf(this.title), (this.text != null) ? this.text : "",
				(this.themes != null) ? this.themes : Set.of(), (this.findings != null) ? this.findings : Set.of());
	}

	int knownVersion() {
		return (this.version != null) ? this.version : -1;
	}

}
