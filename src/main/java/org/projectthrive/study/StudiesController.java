package org.projectthrive.study;

import java.util.List;

import jakarta.validation.Valid;

import org.projectthrive.account.SignedIn;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** My studies, and a new one. */
@Controller
@RequestMapping("/studies")
class StudiesController {

	private final StudyService studies;

	StudiesController(StudyService studies) {
		this.studies = studies;
	}

	@GetMapping
	ModelAndView index(@AuthenticationPrincipal SignedIn signedIn) {
		List<Membership> mine = this.studies.ofPerson(signedIn.id());
		return new ModelAndView("study/index").addObject("memberships", mine);
	}

	@GetMapping("/new")
	String ask(@ModelAttribute("form") StudyForm form) {
		return "study/new";
	}

	@PostMapping
	ModelAndView create(@AuthenticationPrincipal SignedIn signedIn, @Valid @ModelAttribute("form") StudyForm form,
			BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("study/new", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Study study = this.studies.create(String.valueOf(form.name()), form.purposeOrEmpty(), signedIn.id());
		return new ModelAndView("redirect:/studies/" + study.id());
	}

}
