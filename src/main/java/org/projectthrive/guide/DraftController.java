package org.projectthrive.guide;

import java.util.Objects;

import jakarta.validation.Valid;

import org.projectthrive.study.AllowedTo;
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

/** What a draft has around its questions: title, slot and sections. */
@Controller
@RequestMapping("/studies/{studyId}/guide")
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class DraftController {

	private static final String GUIDE = "redirect:/studies/{studyId}/guide";

	private final GuideService guides;

	DraftController(GuideService guides) {
		this.guides = guides;
	}

	@GetMapping("/details")
	String details(Study study, Model model) {
		Guide draft = this.guides.draft(study.id());
		model.addAttribute("form", new DetailsForm(draft.title(), draft.slotMinutes()));
		return "guide/details";
	}

	@PostMapping("/details")
	ModelAndView describe(Study study, @Valid @ModelAttribute("form") DetailsForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("guide/details", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.guides.describe(study.id(), String.valueOf(form.title()), Objects.requireNonNull(form.slotMinutes()));
		return new ModelAndView(GUIDE);
	}

	@GetMapping("/sections/new")
	String newSection(@ModelAttribute("form") SectionForm form) {
		return "guide/section";
	}

	@PostMapping("/sections")
	ModelAndView addSection(Study study, @Valid @ModelAttribute("form") SectionForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("guide/section", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.guides.addSection(study.id(), String.valueOf(form.title()));
		return new ModelAndView(GUIDE);
	}

	@GetMapping("/sections/{sectionId}")
	String editSection(Study study, @PathVariable Long sectionId, Model model) {
		model.addAttribute("form",
				new SectionForm(this.guides.draftWithSection(study.id(), sectionId).section(sectionId).title()));
		model.addAttribute("sectionId", sectionId);
		return "guide/section";
	}

	@PostMapping("/sections/{sectionId}")
	ModelAndView renameSection(Study study, @PathVariable Long sectionId,
			@Valid @ModelAttribute("form") SectionForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("guide/section", HttpStatus.UNPROCESSABLE_CONTENT).addObject("sectionId",
					sectionId);
		}
		this.guides.renameSection(study.id(), sectionId, String.valueOf(form.title()));
		return new ModelAndView(GUIDE);
	}

	@PostMapping("/sections/{sectionId}/removal")
	String dropSection(Study study, @PathVariable Long sectionId) {
		this.guides.dropSection(study.id(), sectionId);
		return GUIDE;
	}

}
