package org.projectthrive.session.notes;

import java.util.UUID;

import jakarta.validation.Valid;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.notes.NoteAnswer.Invalid;
import org.projectthrive.session.notes.NoteAnswer.Refused;
import org.projectthrive.session.notes.NoteAnswer.Saved;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Notes by plain forms, for a browser without scripts: the server makes the id, and a
 * second click does no harm.
 */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}/notes")
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class NoteFormController {

	private static final String PAGE = "session/notes/edit";

	private final LiveSessions live;

	private final Sessions sessions;

	private final NoteService notes;

	NoteFormController(LiveSessions live, Sessions sessions, NoteService notes) {
		this.live = live;
		this.sessions = sessions;
		this.notes = notes;
	}

	@GetMapping("/{noteId}")
	String edit(Study study, Membership me, @PathVariable Long sessionId, @PathVariable UUID noteId, Model model) {
		model.addAttribute("form", NoteForm.of(this.notes.get(me, sessionId, noteId)));
		fill(model, study, sessionId);
		return PAGE;
	}

	@PostMapping
	ModelAndView save(Study study, Membership me, @PathVariable Long sessionId,
			@Valid @ModelAttribute("form") NoteForm form, BindingResult errors, Model model) {
		if (errors.getTarget() != null && form.id() == null) {
			errors.rejectValue("text", "note.id.missing");
		}
		if (!errors.hasErrors() && form.id() != null) {
			NoteDraft draft = NoteDraft.of(me, sessionId, form.id(), form);
			NoteAnswer answer = this.notes.save(me, draft);
			if (answer instanceof Refused refused) {
				return refused(refused, form, study, model);
			}
			if (answer instanceof Saved) {
				return new ModelAndView("redirect:/studies/{studyId}/sessions/{sessionId}/live?at="
						+ Topic.key(draft.questionId(), draft.unscriptedQuestionId()));
			}
			Invalid flaw = (answer instanceof Invalid invalid) ? invalid : new Invalid("text", "note.gone");
			errors.rejectValue(flaw.field(), flaw.reason());
		}
		this.sessions.openTo(me, sessionId);
		fill(model, study, sessionId);
		return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/**
	 * Shows both texts; sending the form once more means that the writer has seen the
	 * other one.
	 */
	private ModelAndView refused(Refused refused, NoteForm form, Study study, Model model) {
		fill(model, study, refused.yours().sessionId());
		Note current = refused.current();
		model.addAttribute("theirs", current);
		model.addAttribute("refusal", refused.reason());
		boolean mine = current.isBy(refused.yours().personId());
		model.addAttribute("form", mine ? form.basedOn(current.version()) : form);
		model.addAttribute("mine", mine);
		return new ModelAndView(PAGE, model.asMap(), HttpStatus.CONFLICT);
	}

	private void fill(Model model, Study study, Long sessionId) {
		model.addAttribute("live", this.live.get(study.id(), sessionId));
		model.addAttribute("topics", this.live.topics(study.id(), sessionId));
		model.addAttribute("speakers", this.live.speakers(study.id(), sessionId));
		model.addAttribute("kinds", NoteKind.values());
	}

}
