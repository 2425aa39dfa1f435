package org.projectthrive.session.notes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.notes.NoteRepository.NoteLine;
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

	NotesController(Sessions sessions, LiveSessions live, NoteService notes) {
		this.sessions = sessions;
		this.live = live;
		this.notes = notes;
	}

	@GetMapping("/studies/{studyId}/sessions/{sessionId}/notes")
	String index(Study study, Membership me, @PathVariable Long sessionId, Model model) {
		boolean mayWrite = this.sessions.isOpenTo(me, sessionId);
		if (!me.isAnalyst() && !mayWrite) {
			throw new NotFound("session " + sessionId);
		}
		List<NoteLine> lines = this.notes.ofSession(study.id(), sessionId);
		Map<String, List<NoteLine>> byTopic = lines.stream().collect(Collectors.groupingBy(NoteLine::topic));
		model.addAttribute("live", this.live.get(study.id(), sessionId));
		model.addAttribute("topics", this.live.topics(study.id(), sessionId));
		model.addAttribute("byTopic", byTopic);
		model.addAttribute("parked", this.live.parked(study.id(), sessionId));
		model.addAttribute("count", lines.size());
		model.addAttribute("mayWrite", mayWrite);
		return "session/notes/index";
	}

}
