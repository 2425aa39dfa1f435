package org.projectthrive.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;
import org.projectthrive.transcript.QuestionSweep.Start;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A session's transcript, to read and to put right. */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}/transcript")
@AllowedTo({ Role.LEAD, Role.FACILITATOR, Role.ANALYST })
class TranscriptController {

	private static final String BACK = "redirect:/studies/{studyId}/sessions/{sessionId}/transcript";

	private final TranscriptService transcripts;

	private final QuestionSweep sweep;

	private final OriginalFiles files;

	private final Sessions sessions;

	TranscriptController(TranscriptService transcripts, QuestionSweep sweep, OriginalFiles files, Sessions sessions) {
		this.transcripts = transcripts;
		this.sweep = sweep;
		this.files = files;
		this.sessions = sessions;
	}

	/** Analysts read every transcript, facilitators those of their own sessions. */
	@ModelAttribute("focusGroup")
	SessionRow focusGroup(Membership me, @PathVariable Long sessionId) {
		return this.sessions.readableTo(me, sessionId);
	}

	/** Whether who asks may import, recast and delete. */
	@ModelAttribute("mayImport")
	boolean mayImport(Membership me, @PathVariable Long sessionId) {
		return this.sessions.isOpenTo(me, sessionId);
	}

	/**
	 * The transcript, or where to import one.
	 * @param left how many places the import has left to decide
	 */
	@GetMapping
	String show(Study study, @PathVariable Long sessionId, @ModelAttribute("mayImport") boolean mayImport,
			@RequestParam(defaultValue = "0") int left, Model model) {
		Reading reading = this.transcripts.find(study.id(), sessionId).orElse(null);
		if (reading == null) {
			model.addAttribute("form", UploadForm.EMPTY);
			model.addAttribute("waiting",
					mayImport ? this.transcripts.waitingUpload(study.id(), sessionId).orElse(null) : null);
			model.addAttribute("filesUntil", this.files.keptUntil(study.id()).orElse(null));
			return "transcript/new";
		}
		model.addAttribute("reading", reading);
		model.addAttribute("left", left);
		if (mayImport) {
			model.addAttribute("voices", this.transcripts.voices(study.id(), sessionId));
		}
		return "transcript/show";
	}

	/**
	 * Every start of a question at once; on a conflict nothing is lost of what was
	 * entered.
	 */
	@PostMapping("/questions")
	ModelAndView saveQuestions(Study study, Membership me, @PathVariable Long sessionId,
			@RequestParam(required = false) @Nullable List<Start> start, @RequestParam int version,
			@ModelAttribute("mayImport") boolean mayImport, Model model) {
		List<Start> starts = (start != null) ? start : List.of();
		try {
			this.sweep.save(study.id(), sessionId, me.personId(), starts, version);
			return new ModelAndView(BACK);
		}
		catch (OptimisticLockingFailureException ex) {
			String page = show(study, sessionId, mayImport, 0, model);
			Reading stored = this.transcripts.find(study.id(), sessionId).orElseThrow(() -> new NotFound("transcript"));
			model.addAttribute("reading", stored.with(this.sweep.read(study.id(), sessionId, starts)));
			model.addAttribute("stored", stored);
			return new ModelAndView(page, HttpStatus.CONFLICT);
		}
	}

	@PostMapping("/questions/undo")
	String undoQuestions(Study study, @PathVariable Long sessionId, @RequestParam int version) {
		this.sweep.undo(study.id(), sessionId, version);
		return BACK;
	}

	@PostMapping("/speakers")
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	ModelAndView recast(Study study, Membership me, @PathVariable Long sessionId, @RequestParam int version,
			@RequestParam Map<String, String> entered, Model model) {
		this.sessions.openTo(me, sessionId);
		Map<Long, String> voices = new HashMap<>();
		entered.forEach((name, value) -> {
			if (name.matches("speaker-\\d{1,18}")) {
				voices.put(Long.valueOf(name.substring("speaker-".length())), value);
			}
		});
		try {
			this.transcripts.recast(study.id(), sessionId, voices, version);
			return new ModelAndView(BACK);
		}
		catch (OptimisticLockingFailureException ex) {
			model.addAttribute("entered", voices);
			return new ModelAndView(show(study, sessionId, true, 0, model), HttpStatus.CONFLICT);
		}
	}

	@PostMapping("/removal")
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	String delete(Study study, Membership me, @PathVariable Long sessionId) {
		this.sessions.openTo(me, sessionId);
		this.transcripts.delete(study.id(), sessionId);
		return BACK;
	}

}
