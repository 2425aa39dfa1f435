package org.projectthrive.transcript;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.web.Uploads;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;
import org.projectthrive.transcript.file.TranscriptFiles;
import org.projectthrive.transcript.file.TranscriptFiles.Decoded;
import org.projectthrive.transcript.file.speech.Unreadable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * A transcript's file, looked at before it is kept; it holds names, so it is for the
 * session's own people.
 */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}/transcript")
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class ImportController {

	private final TranscriptImport imports;

	private final ImportMarks marks;

	private final OriginalFiles files;

	private final Sessions sessions;

	private final Readers readers = new Readers();

	ImportController(TranscriptImport imports, ImportMarks marks, OriginalFiles files, Sessions sessions) {
		this.imports = imports;
		this.marks = marks;
		this.files = files;
		this.sessions = sessions;
	}

	@ModelAttribute("focusGroup")
	SessionRow focusGroup(Membership me, @PathVariable Long sessionId) {
		return this.sessions.openTo(me, sessionId);
	}

	@ModelAttribute("mayImport")
	boolean mayImport() {
		return true;
	}

	@PostMapping
	ModelAndView upload(Study study, Membership me, @PathVariable Long sessionId,
			@RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request)
			throws IOException {
		try {
			if (Uploads.isTooLarge(request)) {
				throw Unreadable.tooLarge();
			}
			UUID upload = this.readers.call(() -> {
				Decoded decoded = decoded(file);
				byte[] original = (file != null) ? file.getBytes() : new byte[0];
				return this.imports.upload(study.id(), sessionId, me.personId(), decoded, original);
			});
			return new ModelAndView("redirect:/studies/{studyId}/sessions/{sessionId}/transcript/uploads/" + upload);
		}
		catch (Unreadable ex) {
			BindingResult errors = new BeanPropertyBindingResult(UploadForm.EMPTY, "form");
			errors.rejectValue("file", ex.messageKey());
			HttpStatus status = Uploads.isTooLarge(request) ? HttpStatus.CONTENT_TOO_LARGE
					: HttpStatus.UNPROCESSABLE_CONTENT;
			ModelAndView page = new ModelAndView("transcript/new", status);
			return page.addAllObjects(errors.getModel())
				.addObject("filesUntil", this.files.keptUntil(study.id()).orElse(null));
		}
	}

	@GetMapping("/uploads/{uploadId}")
	String preview(Study study, @PathVariable Long sessionId, @PathVariable UUID uploadId, Model model) {
		return this.readers.again(() -> {
			Preview preview = this.imports.preview(study.id(), sessionId, uploadId);
			model.addAttribute("format", this.imports.format(study.id(), sessionId, uploadId));
			model.addAttribute("preview", preview);
			model.addAttribute("marks", this.marks.of(study.id(), sessionId, uploadId, preview));
			return "transcript/preview";
		});
	}

	/** Decides about a mark, or only keeps who is who; what was decided stays. */
	@PostMapping("/uploads/{uploadId}/marks")
	String decide(Study study, @PathVariable Long sessionId, @PathVariable UUID uploadId,
			@RequestParam(defaultValue = "") String decide, @RequestParam MultiValueMap<String, String> entered) {
		return this.readers.again(() -> {
			Preview preview = this.imports.preview(study.id(), sessionId, uploadId);
			this.marks.decide(study.id(), sessionId, uploadId, preview.with(entered.getOrDefault("voice", List.of())),
					decide);
			return "redirect:/studies/{studyId}/sessions/{sessionId}/transcript/uploads/{uploadId}"
					+ (decide.isEmpty() ? "" : "#marks");
		});
	}

	@PostMapping("/uploads/{uploadId}")
	ModelAndView importUpload(Study study, Membership me, @PathVariable Long sessionId, @PathVariable UUID uploadId,
			@RequestParam(defaultValue = "false") boolean later, @RequestParam MultiValueMap<String, String> entered) {
		List<String> voices = entered.getOrDefault("voice", List.of());
		return this.readers.again(() -> importUpload(study, me, sessionId, uploadId, voices, later));
	}

	private ModelAndView importUpload(Study study, Membership me, Long sessionId, UUID uploadId, List<String> voices,
			boolean later) {
		Preview preview = this.imports.preview(study.id(), sessionId, uploadId).chosen(voices);
		PreviewMarks marks = this.marks.of(study.id(), sessionId, uploadId, preview);
		if (preview.isUnmapped() || (marks.isOpen() && !later)) {
			ModelAndView page = new ModelAndView("transcript/preview", HttpStatus.UNPROCESSABLE_CONTENT);
			return page.addObject("preview", preview)
				.addObject("marks", marks)
				.addObject("refused", preview.isUnmapped() ? "transcript.speakers.unmapped" : "transcript.marks.open")
				.addObject("format", this.imports.format(study.id(), sessionId, uploadId));
		}
		this.imports.importUpload(study.id(), sessionId, uploadId, me.personId(), voices, later);
		return new ModelAndView("redirect:/studies/{studyId}/sessions/{sessionId}/transcript"
				+ (marks.isOpen() ? "?left=" + marks.places() : ""));
	}

	@PostMapping("/uploads/{uploadId}/removal")
	String discard(Study study, @PathVariable Long sessionId, @PathVariable UUID uploadId) {
		this.imports.discard(study.id(), sessionId, uploadId);
		return "redirect:/studies/{studyId}/sessions/{sessionId}/transcript";
	}

	/** A file that is too large is refused before it is read. */
	private static Decoded decoded(@Nullable MultipartFile file) throws IOException {
		if (file == null || file.isEmpty()) {
			throw Unreadable.missing();
		}
		if (file.getSize() > TranscriptFiles.LARGEST) {
			throw Unreadable.tooLarge();
		}
		String name = file.getOriginalFilename();
		return TranscriptFiles.decode((name != null) ? name : "", file.getBytes());
	}

}
