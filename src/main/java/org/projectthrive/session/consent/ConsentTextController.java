package org.projectthrive.session.consent;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The study's consent text: the lead writes and publishes it, the team reads it. */
@Controller
@RequestMapping("/studies/{studyId}/consent")
class ConsentTextController {

	private static final String PAGE = "session/consent/text";

	private static final String BACK = "redirect:/studies/{studyId}/consent";

	private final ConsentTexts texts;

	ConsentTextController(ConsentTexts texts) {
		this.texts = texts;
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.FACILITATOR, Role.ANALYST })
	String show(Study study, Model model) {
		model.addAttribute("form", ConsentTextForm.of(this.texts.edited(study.id())));
		fill(study, model);
		return PAGE;
	}

	@PostMapping
	@AllowedTo(Role.LEAD)
	ModelAndView save(Study study, @Valid @ModelAttribute("form") ConsentTextForm form, BindingResult errors,
			Model model, RedirectAttributes redirected) {
		form.check(errors);
		if (errors.hasErrors()) {
			return refused(study, model);
		}
		this.texts.save(study.id(), form);
		redirected.addFlashAttribute("done", "consent.saved");
		return new ModelAndView(BACK);
	}

	@PostMapping("/publication")
	@AllowedTo(Role.LEAD)
	ModelAndView publish(Study study, Membership me, @Valid @ModelAttribute("form") ConsentTextForm form,
			BindingResult errors, Model model, RedirectAttributes redirected) {
		form.check(errors);
		if (errors.hasErrors()) {
			return refused(study, model);
		}
		this.texts.publish(me, form);
		redirected.addFlashAttribute("done", "consent.published");
		return new ModelAndView(BACK);
	}

	private ModelAndView refused(Study study, Model model) {
		fill(study, model);
		return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private void fill(Study study, Model model) {
		model.addAttribute("inForce", this.texts.inForce(study.id()));
		model.addAttribute("versions", this.texts.published(study.id()));
		model.addAttribute("thresholds", this.texts.thresholds(study.id()));
		model.addAttribute("drafted", this.texts.draft(study.id()).isPresent());
	}

}
