package org.projectthrive.team;

import jakarta.validation.Valid;

import org.projectthrive.platform.web.Stale;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Sponsor, wellness leader and promise. */
@Controller
@RequestMapping("/studies/{studyId}/charter")
@AllowedTo(Role.LEAD)
class CharterController {

	private final TeamService team;

	CharterController(TeamService team) {
		this.team = team;
	}

	@GetMapping
	String edit(Study study, Model model) {
		model.addAttribute("form", CharterForm.of(this.team.charter(study.id())));
		return "team/charter";
	}

	@PostMapping
	ModelAndView change(Study study, @Valid @ModelAttribute("form") CharterForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("team/charter", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.team.charter(study.id(), form);
		}
		catch (OptimisticLockingFailureException ex) {
			return Stale.page("team/charter", form, CharterForm.of(this.team.charter(study.id())));
		}
		return new ModelAndView("redirect:/studies/{studyId}/team");
	}

}
