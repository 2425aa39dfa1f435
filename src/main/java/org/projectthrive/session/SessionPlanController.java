package org.projectthrive.session;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.roster.SiteService;
import org.projectthrive.session.roster.Zones;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;
import org.projectthrive.team.TeamMember;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Plans a session, and changes its plan. */
@Controller
@RequestMapping("/studies/{studyId}/sessions")
@AllowedTo(Role.LEAD)
class SessionPlanController {

	private final SessionService sessions;

	private final SiteService sites;

	SessionPlanController(SessionService sessions, SiteService sites) {
		this.sessions = sessions;
		this.sites = sites;
	}

	@ModelAttribute("siteNames")
	Map<Long, String> siteNames(Study study) {
		return this.sites.names(study.id());
	}

	@ModelAttribute("zones")
	Map<String, String> zones() {
		return Zones.all();
	}

	@ModelAttribute("facilitators")
	List<TeamMember> facilitators(Study study) {
		return this.sessions.facilitators(study.id());
	}

	@GetMapping("/new")
	String ask(@RequestParam(required = false) @Nullable Long siteId,
			@RequestParam(defaultValue = "SITE") Plan.Kind kind, Model model) {
		model.addAttribute("form", SessionForm.proposed(kind, siteId));
		return "session/new";
	}

	@PostMapping
	ModelAndView plan(Study study, @Valid @ModelAttribute("form") SessionForm form, BindingResult errors) {
		if (isRefused(form, errors)) {
			return new ModelAndView("session/new", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Long sessionId = this.sessions.plan(study.id(), form).id();
		return new ModelAndView("redirect:/studies/{studyId}/sessions/" + sessionId);
	}

	@GetMapping("/{sessionId}/edit")
	String edit(Study study, @PathVariable Long sessionId, Model model) {
		FocusGroupSession session = this.sessions.get(study.id(), sessionId);
		model.addAttribute("focusGroup", session);
		model.addAttribute("form", SessionForm.of(session));
		return "session/edit";
	}

	@PostMapping("/{sessionId}")
	ModelAndView change(Study study, @PathVariable Long sessionId, @Valid @ModelAttribute("form") SessionForm form,
			BindingResult errors) {
		if (isRefused(form, errors)) {
			return new ModelAndView("session/edit", HttpStatus.UNPROCESSABLE_CONTENT).addObject("focusGroup",
					this.sessions.get(study.id(), sessionId));
		}
		this.sessions.change(study.id(), sessionId, form);
		return new ModelAndView("redirect:/studies/{studyId}/sessions/{sessionId}");
	}

	private static boolean isRefused(SessionForm form, BindingResult errors) {
		if (!errors.hasErrors()) {
			form.check(errors);
		}
		return errors.hasErrors();
	}

}
