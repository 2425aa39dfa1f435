package org.projectthrive.initiative;

import java.util.Map;

import jakarta.validation.Valid;

import org.projectthrive.platform.web.Stale;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.dao.OptimisticLockingFailureException;
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

/**
 * One initiative: its promise, its reviews, and the line of sight back to the words that
 * led to it.
 */
@Controller
@RequestMapping("/studies/{studyId}/initiatives/{initiativeId}")
@AllowedTo({ Role.LEAD, Role.ANALYST, Role.LEADER })
class InitiativeController {

	private final InitiativeService initiatives;

	private final LineOfSightService sight;

	InitiativeController(InitiativeService initiatives, LineOfSightService sight) {
		this.initiatives = initiatives;
		this.sight = sight;
	}

	@ModelAttribute("initiative")
	Initiative initiative(Study study, @PathVariable Long initiativeId) {
		return this.initiatives.get(study.id(), initiativeId);
	}

	@ModelAttribute("owners")
	Map<Long, String> owners(Study study) {
		return this.initiatives.owners(study.id());
	}

	@GetMapping
	String show(Study study, Membership me, @ModelAttribute("initiative") Initiative initiative, Model model) {
		model.addAttribute("sight", this.sight.of(study.id(), initiative, me));
		model.addAttribute("today", this.initiatives.today());
		model.addAttribute("mayReview", me.isLead() || initiative.ownerId().equals(me.memberId()));
		return "initiative/show";
	}

	@GetMapping("/edit")
	@AllowedTo(Role.LEAD)
	String edit(@ModelAttribute("initiative") Initiative initiative, Model model) {
		model.addAttribute("form", InitiativeForm.of(initiative));
		return "initiative/edit";
	}

	@PostMapping
	@AllowedTo(Role.LEAD)
	ModelAndView change(Study study, @PathVariable Long initiativeId,
			@Valid @ModelAttribute("form") InitiativeForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("initiative/edit", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.initiatives.change(study.id(), initiativeId, form.commitment(), form.knownVersion());
		}
		catch (OptimisticLockingFailureException ex) {
			return Stale.page("initiative/edit", form,
					InitiativeForm.of(this.initiatives.get(study.id(), initiativeId)));
		}
		return new ModelAndView("redirect:/studies/{studyId}/initiatives/{initiativeId}");
	}

	@GetMapping("/withdrawal")
	@AllowedTo(Role.LEAD)
	String askWithdrawal(@ModelAttribute("form") ReasonForm form) {
		return "initiative/withdrawal";
	}

	@PostMapping("/withdrawal")
	@AllowedTo(Role.LEAD)
	ModelAndView withdraw(Study study, @PathVariable Long initiativeId, @Valid @ModelAttribute("form") ReasonForm form,
			BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("initiative/withdrawal", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.initiatives.withdraw(study.id(), initiativeId, String.valueOf(form.reason()));
		return new ModelAndView("redirect:/studies/{studyId}/initiatives/{initiativeId}");
	}

	@PostMapping("/resumption")
	@AllowedTo(Role.LEAD)
	String resume(Study study, @PathVariable Long initiativeId) {
		this.initiatives.resume(study.id(), initiativeId);
		return "redirect:/studies/{studyId}/initiatives/{initiativeId}";
	}

}
