package org.projectthrive.review.finding;

import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record FindingForm(@NotBlank @Size(max = 500) @Nullable String statement, @Nullable UUID questionKey,
		@Nullable Long topicId, @Nullable Set<Long> themes, @Nullable Integer version) {

	static final FindingForm EMPTY = new FindingForm(null, null, null, Set.of(), null);

	static FindingForm of(Finding finding) {
		return new FindingForm(finding.statement(), finding.questionKey(), finding.contrastTopicId(), finding.themes(),
				finding.version());
	}

	FindingContent content() {
		return new FindingContent(String.valueOf(this.statement), this.questionKey, this.topicId,
				(this.themes != null) ? this.themes : Set.of());
	}

	int versionRead() {
		return (this.version != null) ? this.version : -1;
	}

}
