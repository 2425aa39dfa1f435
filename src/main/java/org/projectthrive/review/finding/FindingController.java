package org.projectthrive.review.finding;

import jakarta.validation.Valid;

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

/** Writing one finding. */
@Controller
@RequestMapping("/studies/{studyId}/findings")
@AllowedTo(Role.ANALYST)
class FindingController {

	private static final String HERE = "redirect:/studies/{studyId}/findings";

	private final FindingService findings;

	private final FindingSubjects subjects;

	FindingController(FindingService findings, FindingSubjects subjects) {
		this.findings = findings;
		this.subjects = subjects;
	}

	@ModelAttribute
	void subjects(Study study, Model model) {
		model.addAttribute("themes", this.subjects.themes(study.id()));
		model.addAttribute("questions", this.subjects.questions(study.id()));
		model.addAttribute("topics", this.subjects.topics(study.id()));
	}

	@GetMapping("/new")
	String create(Model model) {
		model.addAttribute("form", FindingForm.EMPTY);
		return "review/finding/edit";
	}

	@PostMapping
	ModelAndView write(Study study, Membership me, @Valid @ModelAttribute("form") FindingForm form,
			BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("review/finding/edit", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.findings.write(study.id(), form.content(), me.personId());
		return new ModelAndView(HERE);
	}

	@GetMapping("/{findingId}")
	String edit(Study study, @PathVariable Long findingId, Model model) {
		Finding finding = this.findings.get(study.id(), findingId);
		finding.requireHeldBack();
		model.addAttribute("findingId", findingId);
		model.addAttribute("form", FindingForm.of(finding));
		return "review/finding/edit";
	}

	@PostMapping("/{findingId}")
	ModelAndView change(Study study, @PathVariable Long findingId, @Valid @ModelAttribute("form") FindingForm form,
			BindingResult errors, Model model) {
		model.addAttribute("findingId", findingId);
		if (errors.hasErrors()) {
			return new ModelAndView("review/finding/edit", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.findings.change(study.id(), findingId, form.versionRead(), form.content());
		}
		catch (OptimisticLockingFailureException ex) {
			Finding saved = this.findings.get(study.id(), findingId);
			model.addAttribute("saved", saved.statement());
			model.addAttribute("savedVersion", saved.version());
			return new ModelAndView("review/finding/edit", HttpStatus.CONFLICT);
		}
		return new ModelAndView(HERE + "#finding-{findingId}");
	}

	@PostMapping("/{findingId}/removal")
	String remove(Study study, @PathVariable Long findingId) {
		this.findings.remove(study.id(), findingId);
		return HERE;
	}

}
