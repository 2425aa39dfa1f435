package org.projectthrive.transcript;

import java.util.Optional;

import jakarta.validation.Valid;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;
import org.projectthrive.transcript.Corrections.TurnText;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One turn of a transcript: the question that starts there, its words, and what they
 * were. Words are corrected by those who may hear the recording.
 */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}/transcript/turns/{turnId}")
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class TurnController {

	private static final String PAGE = "transcript/turn";

	private static final String BACK = "redirect:/studies/{studyId}/sessions/{sessionId}/transcript#turn-";

	private final Corrections corrections;

	private final QuestionSweep sweep;

	private final SessionQuestions questions;

	private final Sessions sessions;

	TurnController(Corrections corrections, QuestionSweep sweep, SessionQuestions questions, Sessions sessions) {
		this.corrections = corrections;
		this.sweep = sweep;
		this.questions = questions;
		this.sessions = sessions;
	}

	@ModelAttribute("focusGroup")
	SessionRow focusGroup(Membership me, @PathVariable Long sessionId) {
		return this.sessions.readableTo(me, sessionId);
	}

	/** Whether who asks may correct words. */
	@ModelAttribute("mayCorrect")
	boolean mayCorrect(Membership me, @PathVariable Long sessionId) {
		return this.sessions.isOpenTo(me, sessionId);
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.FACILITATOR, Role.ANALYST })
	String show(Study study, @PathVariable Long sessionId, @PathVariable Long turnId, Model model) {
		TurnText turn = fill(study, sessionId, turnId, model);
		model.addAttribute("form", CorrectionForm.of(turn.text(), turn.version()));
		return PAGE;
	}

	@PostMapping("/question")
	@AllowedTo({ Role.LEAD, Role.FACILITATOR, Role.ANALYST })
	String startQuestion(Study study, Membership me, @PathVariable Long sessionId, @PathVariable Long turnId,
			@RequestParam String question, @RequestParam int version) {
		this.sweep.start(study.id(), sessionId, me.personId(), turnId, question, version);
		return BACK + turnId;
	}

	@PostMapping
	ModelAndView correct(Study study, Membership me, @PathVariable Long sessionId, @PathVariable Long turnId,
			@Valid @ModelAttribute("form") CorrectionForm form, BindingResult errors, Model model) {
		this.sessions.openTo(me, sessionId);
		if (errors.hasErrors()) {
			fill(study, sessionId, turnId, model);
			return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			Optional<String> covered = this.corrections.correct(me, sessionId, turnId, form);
			if (covered.isPresent()) {
				fill(study, sessionId, turnId, model);
				model.addAttribute("form", form.with(covered.get(), form.version()));
				model.addAttribute("covered", true);
				return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
			}
			return new ModelAndView(BACK + turnId);
		}
		catch (OptimisticLockingFailureException ex) {
			TurnText stored = fill(study, sessionId, turnId, model);
			model.addAttribute("form", form.with(form.words(), stored.version()));
			model.addAttribute("stale", true);
			return new ModelAndView(PAGE, HttpStatus.CONFLICT);
		}
	}

	@PostMapping("/revisions/{revisionId}/return")
	String restore(Membership me, @PathVariable Long sessionId, @PathVariable Long turnId,
			@PathVariable Long revisionId, @RequestParam int version) {
		this.sessions.openTo(me, sessionId);
		this.corrections.restore(me, sessionId, turnId, revisionId, version);
		return BACK + turnId;
	}

	@PostMapping("/revisions/{revisionId}/removal")
	String forget(Membership me, @PathVariable Long sessionId, @PathVariable Long turnId,
			@PathVariable Long revisionId) {
		this.sessions.openTo(me, sessionId);
		this.corrections.forget(me, sessionId, turnId, revisionId);
		return "redirect:/studies/{studyId}/sessions/{sessionId}/transcript/turns/{turnId}";
	}

	private TurnText fill(Study study, Long sessionId, Long turnId, Model model) {
		TurnText turn = this.corrections.get(study.id(), sessionId, turnId);
		model.addAttribute("turn", turn);
		model.addAttribute("history", this.corrections.history(study.id(), turnId));
		model.addAttribute("choices", this.questions.choices(study.id(), sessionId));
		return turn;
	}

}
