package org.projectthrive.initiative;

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

/** The reviews of an initiative: what was found, and the day on which to look. */
@Controller
@RequestMapping("/studies/{studyId}/initiatives/{initiativeId}/reviews/{reviewId}")
@AllowedTo({ Role.LEAD, Role.LEADER })
class ReviewController {

	private static final String BACK = "redirect:/studies/{studyId}/initiatives/{initiativeId}";

	private final InitiativeService initiatives;

	ReviewController(InitiativeService initiatives) {
		this.initiatives = initiatives;
	}

	@ModelAttribute
	void review(Study study, Membership me, @PathVariable Long initiativeId, @PathVariable Long reviewId, Model model) {
		Initiative initiative = this.initiatives.get(study.id(), initiativeId);
		model.addAttribute("initiative", initiative);
		model.addAttribute("review", initiative.review(reviewId));
		InitiativeService.requireOwner(initiative, me);
	}

	@GetMapping
	String ask(@ModelAttribute("review") Review review, Model model) {
		model.addAttribute("form", ReviewForm.of(review));
		return "initiative/review";
	}

	@PostMapping
	ModelAndView record(Study study, Membership me, @PathVariable Long initiativeId, @PathVariable Long reviewId,
			@Valid @ModelAttribute("form") ReviewForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("initiative/review", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.initiatives.review(study.id(), initiativeId, reviewId, form, me);
		return new ModelAndView(BACK);
	}

	@GetMapping("/day")
	String askDay(@ModelAttribute("review") Review review, Model model) {
		model.addAttribute("form", new DayForm(review.dueOn()));
		return "initiative/day";
	}

	@PostMapping("/day")
	ModelAndView move(Study study, Membership me, @PathVariable Long initiativeId, @PathVariable Long reviewId,
			@Valid @ModelAttribute("form") DayForm form, BindingResult errors) {
		if (errors.hasErrors() || form.day() == null) {
			return new ModelAndView("initiative/day", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.initiatives.move(study.id(), initiativeId, reviewId, form.day(), me);
		return new ModelAndView(BACK);
	}

}
