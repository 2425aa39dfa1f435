package org.projectthrive.initiative;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.Valid;

import org.projectthrive.retreat.ChosenIdeas.ChosenIdea;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All initiatives of a study, and the winners that wait for an owner. */
@Controller
@RequestMapping("/studies/{studyId}/initiatives")
@AllowedTo(Role.LEAD)
class InitiativesController {

	private final InitiativeService initiatives;

	InitiativesController(InitiativeService initiatives) {
		this.initiatives = initiatives;
	}

	@ModelAttribute("owners")
	Map<Long, String> owners(Study study) {
		return this.initiatives.owners(study.id());
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.ANALYST, Role.LEADER })
	String index(Study study, Model model) {
		List<Initiative> initiatives = this.initiatives.ofStudy(study.id());
		model.addAttribute("initiatives", initiatives);
		model.addAttribute("begun", initiatives.stream().collect(Collectors.toMap(Initiative::ideaId, Initiative::id)));
		model.addAttribute("waiting", this.initiatives.withoutOwner(study.id()));
		model.addAttribute("today", this.initiatives.today());
		return "initiative/index";
	}

	@GetMapping("/new")
	String ask(Study study, @RequestParam Long idea, Model model) {
		ChosenIdea winner = this.initiatives.winner(study.id(), idea);
		model.addAttribute("winner", winner);
		model.addAttribute("form", InitiativeForm.of(winner, this.initiatives.today()));
		return "initiative/new";
	}

	@PostMapping
	ModelAndView begin(Study study, Membership me, @RequestParam Long idea,
			@Valid @ModelAttribute("form") InitiativeForm form, BindingResult errors) {
		ChosenIdea winner = this.initiatives.winner(study.id(), idea);
		if (errors.hasErrors()) {
			return new ModelAndView("initiative/new", HttpStatus.UNPROCESSABLE_CONTENT).addObject("winner", winner);
		}
		Initiative begun = this.initiatives.begin(study.id(), idea, form.commitment(), me.personId());
		return new ModelAndView("redirect:/studies/{studyId}/initiatives/" + begun.id());
	}

}
