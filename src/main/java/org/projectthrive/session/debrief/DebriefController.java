package org.projectthrive.session.debrief;

import java.util.Optional;

import jakarta.validation.Valid;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The debrief of a session: its facilitators write it, analysts read it. */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}/debrief")
class DebriefController {

	private static final String PAGE = "session/debrief/show";

	private final DebriefService debriefs;

	private final Sessions sessions;

	DebriefController(DebriefService debriefs, Sessions sessions) {
		this.debriefs = debriefs;
		this.sessions = sessions;
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.FACILITATOR, Role.ANALYST })
	String show(Study study, Membership me, @PathVariable Long sessionId, Model model) {
		Optional<Debrief> debrief = fill(model, study, me, sessionId);
		model.addAttribute("form", debrief.map(DebriefForm::of).orElse(DebriefForm.EMPTY));
		return PAGE;
	}

	@PostMapping
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	ModelAndView write(Study study, Membership me, @PathVariable Long sessionId,
			@Valid @ModelAttribute("form") DebriefForm form, BindingResult errors, Model model,
			RedirectAttributes redirected) {
		if (errors.hasErrors()) {
			fill(model, study, me, sessionId);
			return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.debriefs.write(me, sessionId, form);
		}
		catch (OptimisticLockingFailureException ex) {
			return stale(study, me, sessionId, form, model);
		}
		redirected.addFlashAttribute("saved", true);
		return new ModelAndView("redirect:/studies/{studyId}/sessions/{sessionId}/debrief");
	}

	/** Shows both; saving once more means that the writer has seen the other one. */
	private ModelAndView stale(Study study, Membership me, Long sessionId, DebriefForm form, Model model) {
		Optional<Debrief> stored = fill(model, study, me, sessionId);
		model.addAttribute("stale", true);
		stored.ifPresent((debrief) -> model.addAttribute("form", form.basedOn(debrief.version())));
		return new ModelAndView(PAGE, model.asMap(), HttpStatus.CONFLICT);
	}

	private Optional<Debrief> fill(Model model, Study study, Membership me, Long sessionId) {
		SessionRow focusGroup = this.sessions.readableTo(me, sessionId);
		boolean own = this.debriefs.isEditableBy(me, sessionId);
		Optional<Debrief> debrief = this.debriefs.find(study.id(), sessionId);
		model.addAttribute("focusGroup", focusGroup);
		model.addAttribute("debrief", debrief.orElse(null));
		model.addAttribute("editable", own && !focusGroup.stage().equals("CLOSED"));
		model.addAttribute("stale", false);
		return debrief;
	}

}
