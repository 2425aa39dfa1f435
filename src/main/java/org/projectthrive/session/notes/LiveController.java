package org.projectthrive.session.notes;

import java.time.Clock;
import java.util.List;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.notes.NoteRepository.NoteLine;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
 * The one screen of a running session: what to ask, what was said, and the box to write
 * it down.
 */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}")
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class LiveController {

	private final LiveSessions sessions;

	private final NoteService notes;

	private final Clock clock;

	LiveController(LiveSessions sessions, NoteService notes, Clock clock) {
		this.sessions = sessions;
		this.notes = notes;
		this.clock = clock;
	}

	@GetMapping("/live")
	String show(Study study, Membership me, @PathVariable Long sessionId, @RequestParam(defaultValue = "") String at,
			Model model) {
		this.notes.requireOpen(me, sessionId);
		Topic current = fill(model, study, sessionId, at);
		model.addAttribute("form", NoteForm.fresh(Uuid7.at(this.clock.instant()), current));
		return "session/notes/live";
	}

	/** The list of notes, or nothing when what the page shows is the newest. */
	@GetMapping("/live/notes")
	Object list(Study study, Membership me, @PathVariable Long sessionId, @RequestParam(defaultValue = "") String seen,
			Model model) {
		this.notes.requireOpen(me, sessionId);
		if (this.sessions.get(study.id(), sessionId).state().equals(seen)) {
			return ResponseEntity.noContent().build();
		}
		fill(model, study, sessionId, "");
		return new ModelAndView("session/notes/live-notes :: list", model.asMap());
	}

	@PostMapping("/unscripted-questions")
	ModelAndView open(Study study, Membership me, @PathVariable Long sessionId,
			@Valid @ModelAttribute("unscripted") UnscriptedForm unscripted, BindingResult errors, Model model) {
		this.notes.requireOpen(me, sessionId);
		if (errors.hasErrors()) {
			Topic current = fill(model, study, sessionId, "");
			model.addAttribute("form", NoteForm.fresh(Uuid7.at(this.clock.instant()), current));
			model.addAttribute("unscriptedErrors", true);
			return new ModelAndView("session/notes/live", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Topic opened = this.sessions.open(study.id(), sessionId, unscripted.words());
		return new ModelAndView("redirect:/studies/{studyId}/sessions/{sessionId}/live?at=" + opened.key());
	}

	private @Nullable Topic fill(Model model, Study study, Long sessionId, String at) {
		LiveSession session = this.sessions.get(study.id(), sessionId);
		List<Topic> topics = this.sessions.topics(study.id(), sessionId);
		List<NoteLine> lines = this.notes.ofSession(study.id(), sessionId);
		Topic current = Topic.choose(topics,
				at.isEmpty() && !lines.isEmpty() ? lines.get(lines.size() - 1).topic() : at);
		model.addAttribute("live", session);
		model.addAttribute("topics", topics);
		model.addAttribute("current", current);
		model.addAttribute("lines", lines);
		model.addAttribute("speakers", this.sessions.speakers(study.id(), sessionId));
		model.addAttribute("kinds", NoteKind.values());
		return current;
	}

}
