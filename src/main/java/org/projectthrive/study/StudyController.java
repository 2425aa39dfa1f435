package org.projectthrive.study;

import java.util.List;

import jakarta.validation.Valid;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.audit.AuditLog.AuditRow;
import org.projectthrive.platform.audit.Deeds;
import org.projectthrive.platform.web.Stale;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A study's overview: five steps, the next thing to do, what was done lately. */
@Controller
@RequestMapping("/studies/{studyId}")
class StudyController {

	private static final int AUDIT_PAGE = 50;

	private static final int LATELY_EVENTS = 200;

	private static final int LATELY_LINES = 8;

	private final StudyService studies;

	private final AuditLog audit;

	StudyController(StudyService studies, AuditLog audit) {
		this.studies = studies;
		this.audit = audit;
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.FACILITATOR, Role.ANALYST, Role.LEADER })
	String show(Study study, Membership me, Model model) {
		model.addAttribute("lately", me.isLead()
				? Deeds.of(this.audit.ofStudy(study.id(), Long.MAX_VALUE, LATELY_EVENTS), LATELY_LINES) : List.of());
		return "study/show";
	}

	@GetMapping("/edit")
	@AllowedTo(Role.LEAD)
	ModelAndView edit(Study study) {
		return new ModelAndView("study/edit", "form", StudyForm.of(study));
	}

	@PostMapping
	@AllowedTo(Role.LEAD)
	ModelAndView describe(Study study, @Valid @ModelAttribute("form") StudyForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("study/edit", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.studies.describe(study.id(), String.valueOf(form.name()), form.purposeOrEmpty(), form.knownVersion());
		}
		catch (OptimisticLockingFailureException ex) {
			return Stale.page("study/edit", form, StudyForm.of(this.studies.get(study.id())));
		}
		return new ModelAndView("redirect:/studies/{studyId}");
	}

	@GetMapping("/audit")
	@AllowedTo(Role.LEAD)
	String audit(Study study, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
		List<AuditRow> events = this.audit.ofStudy(study.id(), before, AUDIT_PAGE);
		model.addAttribute("events", events);
		model.addAttribute("older", (events.size() == AUDIT_PAGE) ? events.get(AUDIT_PAGE - 1).id() : null);
		return "study/audit";
	}

}
