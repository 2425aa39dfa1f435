package org.projectthrive.study;

import jakarta.validation.Valid;

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

/** What the lead rules on a step, and why. */
@Controller
@RequestMapping("/studies/{studyId}/steps/{step}")
@AllowedTo(Role.LEAD)
class RulingController {

	private final StudyService studies;

	RulingController(StudyService studies) {
		this.studies = studies;
	}

	@GetMapping
	String ask(@PathVariable StepName step, @ModelAttribute("form") RulingForm form, Model model) {
		model.addAttribute("stepName", step);
		return "study/step";
	}

	@PostMapping("/override")
	ModelAndView override(Membership me, @PathVariable StepName step, @Valid @ModelAttribute("form") RulingForm form,
			BindingResult errors) {
		return rule(me, step, StepRuling.Kind.OVERRIDDEN, form, errors);
	}

	@PostMapping("/reopening")
	ModelAndView reopen(Membership me, @PathVariable StepName step, @Valid @ModelAttribute("form") RulingForm form,
			BindingResult errors) {
		return rule(me, step, StepRuling.Kind.REOPENED, form, errors);
	}

	@PostMapping("/completion")
	ModelAndView complete(Membership me, @PathVariable StepName step, @Valid @ModelAttribute("form") RulingForm form,
			BindingResult errors) {
		return rule(me, step, StepRuling.Kind.COMPLETED, form, errors);
	}

	private ModelAndView rule(Membership me, StepName step, StepRuling.Kind kind, RulingForm form,
			BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("study/step", HttpStatus.UNPROCESSABLE_CONTENT).addObject("stepName", step);
		}
		this.studies.rule(me.study().id(), step, kind, String.valueOf(form.reason()), me.personId());
		return new ModelAndView("redirect:/studies/{studyId}");
	}

}
