package org.projectthrive.study;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The pages of a study that a member may open, by step.
 *
 * @param here the step whose page is open, or null on pages that belong to none
 * @param currentPage the path of that page
 */
record Navigation(Map<StepName, List<Step.Page>> pages, @Nullable StepName here, @Nullable String currentPage) {

	/** Of several pages that begin alike the one with the longest path is open. */
	static Navigation at(String path, Map<StepName, List<Step.Page>> pages) {
		Optional<Map.Entry<StepName, Step.Page>> open = pages.entrySet()
			.stream()
			.flatMap((step) -> step.getValue().stream().map((page) -> Map.entry(step.getKey(), page)))
			.filter((candidate) -> candidate.getValue().reach(path) > 0)
			.max(Comparator.comparingInt((candidate) -> candidate.getValue().reach(path)));
		return new Navigation(pages, open.map(Map.Entry::getKey).orElse(null),
				open.map((found) -> found.getValue().path()).orElse(null));
	}

}
