package org.projectthrive.review.summary;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.projectthrive.review.domain.DomainService;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The sessions that were held, and how far each summary is. */
@Controller
@RequestMapping("/studies/{studyId}/summaries")
class SummariesController {

	private final SummaryService summaries;

	private final Sessions sessions;

	private final DomainService domains;

	SummariesController(SummaryService summaries, Sessions sessions, DomainService domains) {
		this.summaries = summaries;
		this.sessions = sessions;
		this.domains = domains;
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String index(Study study, Model model) {
		Map<Long, SummaryLine> lines = this.summaries.ofStudy(study.id())
			.stream()
			.collect(Collectors.toMap(SummaryLine::sessionId, Function.identity()));
		model.addAttribute("sessions", this.sessions.ofStudy(study.id()).stream().filter(SessionRow::isHeld).toList());
		model.addAttribute("lines", lines);
		model.addAttribute("domains", this.domains.ofStudy(study.id()));
		return "review/summary/index";
	}

	@PostMapping("/{sessionId}")
	@AllowedTo(Role.ANALYST)
	String begin(Study study, Membership me, @PathVariable Long sessionId) {
		this.summaries.begin(study.id(), sessionId, me.personId());
		return "redirect:/studies/{studyId}/summaries/{sessionId}";
	}

}
