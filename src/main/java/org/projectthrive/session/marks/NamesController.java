package org.projectthrive.session.marks;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What in a session's words may give somebody away: for those who know the session's
 * people.
 */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}/names")
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class NamesController {

	private static final String BACK = "redirect:/studies/{studyId}/sessions/{sessionId}/names";

	private final Marks marks;

	private final NameSearch search;

	private final ReplacedWords replaced;

	private final Sessions sessions;

	NamesController(Marks marks, NameSearch search, ReplacedWords replaced, Sessions sessions) {
		this.marks = marks;
		this.search = search;
		this.replaced = replaced;
		this.sessions = sessions;
	}

	@ModelAttribute("focusGroup")
	SessionRow focusGroup(Membership me, @PathVariable Long sessionId) {
		return this.sessions.openTo(me, sessionId);
	}

	@GetMapping
	String show(Study study, @PathVariable Long sessionId, Model model) {
		model.addAttribute("marks", this.marks.ofSession(study.id(), sessionId));
		model.addAttribute("keptUntil", this.replaced.keptUntil(study.id()).orElse(null));
		model.addAttribute("replaced", this.replaced.ofSession(study.id(), sessionId));
		return "session/names/index";
	}

	@PostMapping("/marks")
	String decide(Study study, Membership me, @PathVariable Long sessionId, @RequestParam String decide,
			@RequestParam(defaultValue = "") String from) {
		this.marks.decide(study.id(), sessionId, me.personId(), MarkChoice.of(decide));
		return from.equals("notes") ? "redirect:/studies/{studyId}/sessions/{sessionId}/notes#marks" : BACK + "#marks";
	}

	@PostMapping("/search")
	String lookAgain(Study study, @PathVariable Long sessionId, RedirectAttributes flash) {
		flash.addFlashAttribute("changed", this.search.again(study.id(), sessionId));
		return BACK;
	}

}
