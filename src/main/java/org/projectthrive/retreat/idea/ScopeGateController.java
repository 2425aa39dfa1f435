package org.projectthrive.retreat.idea;

import jakarta.validation.Valid;

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

/** One idea with its evidence, and the scope gate that the lead keeps. */
@Controller
@RequestMapping("/studies/{studyId}/ideas/{ideaId}")
class ScopeGateController {

	private final IdeaService ideas;

	private final IdeaLists lists;

	private final EvidenceOfIdeas evidence;

	ScopeGateController(IdeaService ideas, IdeaLists lists, EvidenceOfIdeas evidence) {
		this.ideas = ideas;
		this.lists = lists;
		this.evidence = evidence;
	}

	@ModelAttribute("idea")
	Idea idea(Study study, @PathVariable Long ideaId) {
		return this.ideas.get(study.id(), ideaId);
	}

	@ModelAttribute
	void around(Study study, Membership me, @ModelAttribute("idea") Idea idea, Model model) {
		model.addAttribute("row", this.lists.get(study.id(), idea.id()));
		model.addAttribute("evidence", this.evidence.of(idea));
		model.addAttribute("merged", this.lists.mergedInto(study.id(), idea.id()));
		model.addAttribute("standing",
				(idea.mergedInto() != null) ? this.lists.get(study.id(), idea.mergedInto()) : null);
		model.addAttribute("mayEdit", !idea.isMerged() && (me.isLead() || idea.isBy(me.personId())));
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.ANALYST, Role.LEADER })
	String show(@ModelAttribute("idea") Idea idea, Model model) {
		model.addAttribute("form", GateForm.of(idea));
		return "retreat/idea/show";
	}

	@PostMapping("/scope")
	@AllowedTo(Role.LEAD)
	ModelAndView gate(Study study, @PathVariable Long ideaId, @Valid @ModelAttribute("form") GateForm form,
			BindingResult errors) {
		if (errors.hasFieldErrors("addressed")) {
			errors.rejectValue("addressee", "idea.addressee.missing");
		}
		if (errors.hasErrors() || form.scope() == null) {
			return new ModelAndView("retreat/idea/show", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.ideas.gate(study.id(), ideaId, form.scope(), form.decision() == GateForm.Decision.HERE,
				form.addresseeOrEmpty());
		return new ModelAndView("redirect:/studies/{studyId}/ideas");
	}

}
