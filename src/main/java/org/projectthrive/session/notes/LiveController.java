package org.projectthrive.session.notes;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.notes.NoteRepository.NoteLine;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

	private static final String PAGE = "session/notes/live";

	private static final List<String> SCREENS = List.of("moderator", "note-taker");

	private final LiveSessions live;

	private final Sessions sessions;

	private final NoteService notes;

	private final List<LivePart> parts;

	private final Clock clock;

	LiveController(LiveSessions live, Sessions sessions, NoteService notes, List<LivePart> parts, Clock clock) {
		this.live = live;
		this.sessions = sessions;
		this.notes = notes;
		this.parts = parts;
		this.clock = clock;
	}

	@GetMapping("/live")
	String show(Study study, Membership me, @PathVariable Long sessionId, @RequestParam(defaultValue = "") String at,
			@RequestParam(defaultValue = "") String as, Model model) {
		this.sessions.openTo(me, sessionId);
		show(model, study, me, sessionId, at, as);
		return PAGE;
	}

	/**
	 * The live page without a note, a name or a token, for a device to keep: there it can
	 * be opened again without a connection.
	 */
	@GetMapping("/live/shell")
	String shell(Study study, Membership me, @PathVariable Long sessionId, Model model) {
		this.sessions.openTo(me, sessionId);
		show(model, study, me, sessionId, "", "");
		model.addAttribute("lines", List.of());
		model.addAttribute("parked", List.of());
		model.addAttribute("recording", null);
		model.addAttribute("shell", true);
		return PAGE;
	}

	/**
	 * The script that gives the kept page out when the server cannot be reached; its
	 * power ends at this page.
	 */
	@GetMapping("/live/worker")
	ResponseEntity<Resource> worker(Membership me, @PathVariable Long sessionId, HttpServletRequest request) {
		this.sessions.openTo(me, sessionId);
		String page = request.getRequestURI().replaceFirst("/worker$", "");
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/javascript"))
			.header("Service-Worker-Allowed", page)
			.body(new ClassPathResource("static/assets/js/live-worker.js"));
	}

	@PostMapping("/unscripted-questions")
	ModelAndView open(Study study, Membership me, @PathVariable Long sessionId,
			@Valid @ModelAttribute("unscripted") UnscriptedForm unscripted, BindingResult errors, Model model) {
		this.sessions.openTo(me, sessionId);
		if (errors.hasErrors()) {
			show(model, study, me, sessionId, "", "");
			model.addAttribute("unscriptedErrors", true);
			return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Topic opened = this.live.open(study.id(), sessionId, unscripted.words());
		return new ModelAndView("redirect:/studies/{studyId}/sessions/{sessionId}/live?at=" + opened.key());
	}

	/**
	 * Opens at the topic that is asked for, or else at the one that is talked about, or
	 * at that of the last note.
	 */
	private void show(Model model, Study study, Membership me, Long sessionId, String at, String as) {
		LiveSession live = this.live.get(study.id(), sessionId);
		List<Topic> topics = this.live.topics(study.id(), sessionId);
		List<NoteLine> lines = this.notes.ofSession(study.id(), sessionId);
		model.addAttribute("live", live);
		this.parts.forEach((part) -> part.addTo(model, me, sessionId));
		String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1).topic();
		String floor = (model.getAttribute("floor") instanceof String key) ? key : last;
		Topic current = Topic.choose(topics, at.isEmpty() ? floor : at);
		if (SCREENS.contains(as)) {
			model.addAttribute("screen", as);
		}
		model.addAttribute("topics", topics);
		model.addAttribute("lines", lines);
		model.addAttribute("speakers", this.live.speakers(study.id(), sessionId));
		model.addAttribute("kinds", NoteKind.values());
		model.addAttribute("shell", false);
		model.addAttribute("current", current);
		model.addAttribute("previousKey", neighbour(topics, current, -1));
		model.addAttribute("nextKey", neighbour(topics, current, 1));
		model.addAttribute("form", NoteForm.fresh(Uuid7.at(this.clock.instant()), current));
	}

	private static @Nullable String neighbour(List<Topic> topics, @Nullable Topic current, int by) {
		int at = topics.indexOf(current) + by;
		return (current != null && at >= 0 && at < topics.size()) ? topics.get(at).key() : null;
	}

}
