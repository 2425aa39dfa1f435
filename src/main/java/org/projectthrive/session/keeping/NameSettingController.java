package org.projectthrive.session.keeping;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.marks.ReplacedWords;
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

/** Whether words that are replaced, and files as they came, are kept, and until when. */
@Controller
@RequestMapping("/studies/{studyId}/names")
@AllowedTo(Role.LEAD)
class NameSettingController {

	private static final String PAGE = "session/names/setting";

	private static final String BACK = "redirect:/studies/{studyId}/names";

	private static final int LONGEST_MONTHS = 24;

	private final ReplacedWords words;

	private final FileSetting files;

	NameSettingController(ReplacedWords words, FileSetting files) {
		this.words = words;
		this.files = files;
	}

	@GetMapping
	ModelAndView show(Study study) {
		LocalDate words = this.words.keptUntil(study.id()).orElse(null);
		LocalDate files = this.files.keptUntil(study.id()).orElse(null);
		return new ModelAndView(PAGE, "form", new NameSettingForm(words, files)).addObject("keptUntil", words)
			.addObject("filesUntil", files);
	}

	@PostMapping
	ModelAndView keep(Study study, Membership me, @ModelAttribute("form") NameSettingForm form, BindingResult errors) {
		LocalDate until = form.until();
		check("until", until, errors);
		if (errors.hasErrors() || until == null) {
			return refused(study);
		}
		this.words.keepUntil(study.id(), me.personId(), until);
		return new ModelAndView(BACK);
	}

	@PostMapping("/removal")
	String forget(Study study) {
		this.words.forget(study.id());
		return BACK;
	}

	@PostMapping("/files")
	ModelAndView keepFiles(Study study, Membership me, @ModelAttribute("form") NameSettingForm form,
			BindingResult errors) {
		LocalDate until = form.filesUntil();
		check("filesUntil", until, errors);
		if (errors.hasErrors() || until == null) {
			return refused(study);
		}
		this.files.keepUntil(study.id(), me.personId(), until);
		return new ModelAndView(BACK);
	}

	@PostMapping("/files/removal")
	String dropFiles(Study study) {
		this.files.drop(study.id());
		return BACK;
	}

	private ModelAndView refused(Study study) {
		return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT)
			.addObject("keptUntil", this.words.keptUntil(study.id()).orElse(null))
			.addObject("filesUntil", this.files.keptUntil(study.id()).orElse(null));
	}

	private void check(String field, @Nullable LocalDate until, BindingResult errors) {
		LocalDate today = this.files.today();
		if (errors.getTarget() == null) { // something else is no day
			return;
		}
		if (until == null) {
			errors.rejectValue(field, "NotNull");
		}
		else if (!until.isAfter(today) || until.isAfter(today.plusMonths(LONGEST_MONTHS))) {
			errors.rejectValue(field, "names.until.range");
		}
	}

}
