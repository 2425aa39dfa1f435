package org.projectthrive.coding.workspace;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.CodeForm;
import org.projectthrive.coding.CodingService;
import org.projectthrive.platform.error.NotFound;
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

/** The workspace in which a session's words are coded. */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}")
@AllowedTo(Role.ANALYST)
class WorkspaceController {

	private final SessionWords words;

	private final CodingService codings;

	WorkspaceController(SessionWords words, CodingService codings) {
		this.words = words;
		this.codings = codings;
	}

	@GetMapping("/coding")
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String workspace(Study study, Membership me, @PathVariable Long sessionId,
			@ModelAttribute("filter") WorkspaceFilter filter, Model model) {
		Workspace workspace = Workspace.of(this.words.palette(study.id(), sessionId),
				this.words.sources(study.id(), sessionId), this.words.codings(study.id(), sessionId), filter,
				me.personId());
		model.addAttribute("workspace", workspace);
		return "coding/workspace";
	}

	@GetMapping("/coding/turns/{turnId}")
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String turn(Membership me, @PathVariable Long sessionId, @PathVariable Long turnId,
			@ModelAttribute("filter") WorkspaceFilter filter, Model model) {
		return source(me, sessionId, turnId, null, filter, model);
	}

	@GetMapping("/coding/notes/{noteId}")
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String note(Membership me, @PathVariable Long sessionId, @PathVariable UUID noteId,
			@ModelAttribute("filter") WorkspaceFilter filter, Model model) {
		return source(me, sessionId, null, noteId, filter, model);
	}

	@PostMapping("/codings")
	String code(Membership me, @PathVariable Long sessionId, @ModelAttribute CodeForm form) {
		this.codings.code(me, sessionId, form);
		return "redirect:/studies/{studyId}/sessions/{sessionId}/coding#"
				+ ((form.turnId() != null) ? "turn-" + form.turnId() : "note-" + form.noteId());
	}

	@PostMapping("/codings/undo")
	String undo(Membership me, @PathVariable Long sessionId) {
		CodingService.Coding undone = this.codings.undo(me, sessionId);
		return "redirect:/studies/{studyId}/sessions/{sessionId}/coding#" + undone.sourceRef();
	}

	private String source(Membership me, Long sessionId, @Nullable Long turnId, @Nullable UUID noteId,
			WorkspaceFilter filter, Model model) {
		Long studyId = me.study().id();
		SourceRow row = this.words.findSource(studyId, sessionId, turnId, noteId)
			.orElseThrow(() -> new NotFound("turn or note of session " + sessionId));
		List<CodingRow> shown = this.words.codings(studyId, sessionId, row)
			.stream()
			.filter((coding) -> filter.shows(coding, me.personId()))
			.toList();
		model.addAttribute("source", new CodedSource(row, shown));
		model.addAttribute("workspace",
				Workspace.of(this.words.palette(studyId, sessionId), List.of(), List.of(), filter, me.personId()));
		return "coding/source";
	}

}
