package org.projectthrive.session.notes;

import java.util.Set;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.marks.Marks;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The notes of a session by question, to read: for analysts too, who know participants by
 * their codes.
 */
@Controller
@AllowedTo({ Role.LEAD, Role.FACILITATOR, Role.ANALYST })
class NotesController {

	private final Sessions sessions;

	private final LiveSessions live;

	private final NoteService notes;

	private final Marks marks;

	NotesController(Sessions sessions, LiveSessions live, NoteService notes, Marks marks) {
		this.sessions = sessions;
		this.live = live;
		this.notes = notes;
		this.marks = marks;
	}

	@GetMapping("/studies/{studyId}/sessions/{sessionId}/notes")
	String index(Study study, Membership me, @PathVariable Long sessionId, Model model) {
		this.sessions.readableTo(me, sessionId);
		boolean mayWrite = this.sessions.isOpenTo(me, sessionId);
		model.addAttribute("live", this.live.get(study.id(), sessionId));
		model.addAttribute("sheet", NoteSheet.of(this.live.topics(study.id(), sessionId),
				this.notes.ofSession(study.id(), sessionId), this.live.opened(study.id(), sessionId)));
		model.addAttribute("parked", this.live.parked(study.id(), sessionId));
		model.addAttribute("mayWrite", mayWrite);
		if (mayWrite) {
			model.addAttribute("marks",
					this.marks.in(Set.of(NoteTexts.SOURCE, AsideTexts.QUESTION), study.id(), sessionId));
		}
		return "session/notes/index";
	}

}
