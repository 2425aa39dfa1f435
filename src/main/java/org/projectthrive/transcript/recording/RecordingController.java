package org.projectthrive.transcript.recording;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.platform.web.Stale;
import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a session's recording is, for the lead and the session's facilitators. */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}/recording")
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class RecordingController {

	private static final String PAGE = "transcript/recording/show";

	private static final String HERE = "redirect:/studies/{studyId}/sessions/{sessionId}/recording";

	private final RecordingService recordings;

	RecordingController(RecordingService recordings) {
		this.recordings = recordings;
	}

	@GetMapping
	String show(Study study, Membership me, @PathVariable Long sessionId, Model model) {
		SessionRow session = fill(study, me, sessionId, model);
		model.addAttribute("form", saved(study, session));
		return PAGE;
	}

	@PostMapping
	ModelAndView track(Study study, Membership me, @PathVariable Long sessionId,
			@Valid @ModelAttribute("form") RecordingForm form, BindingResult errors, Model model) {
		SessionRow session = fill(study, me, sessionId, model);
		if (errors.getTarget() != null) {
			form.check(RecordingService.held(session), this.recordings.today(session), errors);
		}
		if (errors.hasErrors()) {
			return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.recordings.track(me, sessionId, form);
		}
		catch (OptimisticLockingFailureException ex) {
			fill(study, me, sessionId, model);
			return Stale.page(PAGE, form, saved(study, session));
		}
		return new ModelAndView(HERE);
	}

	@PostMapping("/deletion")
	String delete(Membership me, @PathVariable Long sessionId,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> deletedOn,
			@RequestParam(required = false) @Nullable Integer version) {
		this.recordings.delete(me, sessionId, deletedOn.orElseThrow(() -> new RuleViolation("recording.deleted.date")),
				version);
		return HERE;
	}

	/** The form as it would be filled now. */
	private RecordingForm saved(Study study, SessionRow session) {
		return this.recordings.find(study.id(), session.id())
			.map(RecordingForm::of)
			.orElseGet(() -> RecordingForm.proposed(RecordingService.held(session)));
	}

	private SessionRow fill(Study study, Membership me, Long sessionId, Model model) {
		SessionRow session = this.recordings.session(me, sessionId);
		Optional<Recording> recording = this.recordings.find(study.id(), sessionId);
		LocalDate today = this.recordings.today(session);
		model.addAttribute("focusGroup", session);
		model.addAttribute("recording", recording.orElse(null));
		model.addAttribute("today", today);
		model.addAttribute("overdue", recording.filter((one) -> one.isOverdue(today)).isPresent());
		model.addAttribute("deletedBy", recording.map(this.recordings::deletedBy).orElse(null));
		return session;
	}

}
