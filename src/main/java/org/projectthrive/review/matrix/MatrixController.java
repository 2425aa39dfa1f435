package org.projectthrive.review.matrix;

import org.jspecify.annotations.Nullable;

import org.projectthrive.review.summary.SummaryPages;
import org.projectthrive.session.Sessions;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The matrix, and the evidence behind each of its cells. */
@Controller
@RequestMapping("/studies/{studyId}/matrix")
@AllowedTo({ Role.LEAD, Role.ANALYST })
class MatrixController {

	private final MatrixService matrix;

	private final SummaryPages summaries;

	private final Sessions sessions;

	MatrixController(MatrixService matrix, SummaryPages summaries, Sessions sessions) {
		this.matrix = matrix;
		this.summaries = summaries;
		this.sessions = sessions;
	}

	@GetMapping
	String show(Study study, @RequestParam(required = false) @Nullable String site,
			@RequestParam(required = false) @Nullable String profession,
			@RequestParam(required = false) @Nullable String kind, Model model) {
		model.addAttribute("matrix", this.matrix.of(study.id(), orNull(site), orNull(profession), orNull(kind)));
		model.addAttribute("site", orNull(site));
		model.addAttribute("profession", orNull(profession));
		model.addAttribute("kind", orNull(kind));
		return "review/matrix/show";
	}

	@GetMapping("/{sessionId}/{domainId}")
	String cell(Study study, @PathVariable Long sessionId, @PathVariable Long domainId, Model model) {
		model.addAttribute("held", this.sessions.get(study.id(), sessionId));
		model.addAttribute("cell", this.summaries.cell(study.id(), sessionId, domainId));
		return "review/matrix/cell";
	}

	private static @Nullable String orNull(@Nullable String value) {
		return StringUtils.hasText(value) ? value : null;
	}

}
