package org.projectthrive.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The sessions of a study, and one session with its people. */
@Controller
@RequestMapping("/studies/{studyId}/sessions")
@AllowedTo({ Role.LEAD, Role.FACILITATOR, Role.ANALYST })
class SessionController {

	private final SessionPages pages;

	private final SessionService service;

	private final Sessions sessions;

	private final List<SessionWarnings> warnings;

	SessionController(SessionPages pages, SessionService service, Sessions sessions, List<SessionWarnings> warnings) {
		this.pages = pages;
		this.service = service;
		this.sessions = sessions;
		this.warnings = warnings;
	}

	@ModelAttribute("warnings")
	Map<Long, String> warnings(Study study) {
		Map<Long, String> all = new HashMap<>();
		this.warnings.forEach((some) -> all.putAll(some.ofStudy(study.id())));
		return all;
	}

	@GetMapping
	String index(Study study, Membership me, Model model) {
		model.addAttribute("groups", this.pages.bySite(me));
		if (me.isLead()) {
			model.addAttribute("planner", this.pages.planner(study.id()));
		}
		return "session/index";
	}

	@GetMapping("/{sessionId}")
	String show(Membership me, @PathVariable Long sessionId, Model model) {
		model.addAttribute("page", this.pages.page(me, sessionId));
		model.addAttribute("form", new ExpectedForm(null));
		return "session/show";
	}

	@PostMapping("/{sessionId}/participants")
	@AllowedTo(Role.LEAD)
	ModelAndView expect(Study study, Membership me, @PathVariable Long sessionId,
			@Valid @ModelAttribute("form") ExpectedForm form, BindingResult errors) {
		if (errors.hasErrors() || form.participantIds() == null) {
			return new ModelAndView("session/show", HttpStatus.UNPROCESSABLE_CONTENT).addObject("page",
					this.pages.page(me, sessionId));
		}
		this.service.expect(study.id(), sessionId, form.participantIds());
		return new ModelAndView("redirect:/studies/{studyId}/sessions/{sessionId}");
	}

	@PostMapping("/{sessionId}/participants/{participantId}/removal")
	@AllowedTo(Role.LEAD)
	String expectNoMore(Study study, @PathVariable Long sessionId, @PathVariable Long participantId) {
		this.service.expectNoMore(study.id(), sessionId, participantId);
		return "redirect:/studies/{studyId}/sessions/{sessionId}";
	}

	/** Who is to be expected too. */
	record ExpectedForm(@NotEmpty @Nullable Set<Long> participantIds) {
	}

}
