package org.projectthrive.session.marks;

import java.time.LocalDate;

import jakarta.validation.Valid;

import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whether words that are replaced are kept, and until when. */
@Controller
@RequestMapping("/studies/{studyId}/names")
@AllowedTo(Role.LEAD)
class NameSettingController {

	private static final String PAGE = "session/names/setting";

	private static final int LONGEST_MONTHS = 24;

	private final ReplacedWords words;

	NameSettingController(ReplacedWords words) {
		this.words = words;
	}

	@GetMapping
	ModelAndView show(Study study) {
		LocalDate until = this.words.keptUntil(study.id()).orElse(null);
		return new ModelAndView(PAGE, "form", new NameSettingForm(until)).addObject("keptUntil", until);
	}

	@PostMapping
	ModelAndView keep(Study study, Membership me, @Valid @ModelAttribute("form") NameSettingForm form,
			BindingResult errors) {
		LocalDate until = form.until();
		LocalDate today = this.words.today();
		if (until != null && (!until.isAfter(today) || until.isAfter(today.plusMonths(LONGEST_MONTHS)))) {
			errors.rejectValue("until", "names.until.range");
		}
		if (errors.hasErrors() || until == null) {
			return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT).addObject("keptUntil",
					this.words.keptUntil(study.id()).orElse(null));
		}
		this.words.keepUntil(study.id(), me.personId(), until);
		return new ModelAndView("redirect:/studies/{studyId}/names");
	}

	@PostMapping("/removal")
	String forget(Study study) {
		this.words.forget(study.id());
		return "redirect:/studies/{studyId}/names";
	}

}
