package org.projectthrive.session.notes;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;

import org.projectthrive.session.notes.NoteAnswer.Gone;
import org.projectthrive.session.notes.NoteAnswer.Invalid;
import org.projectthrive.session.notes.NoteAnswer.Refused;
import org.projectthrive.session.notes.NoteAnswer.Saved;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Saves a note under the id that its browser made, as often as the browser asks. Only a
 * body with id, version and seq means that it is kept.
 */
@Controller
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class NoteController {

	private final NoteService notes;

	private final MessageSource messages;

	NoteController(NoteService notes, MessageSource messages) {
		this.notes = notes;
		this.messages = messages;
	}

	@PutMapping("/studies/{studyId}/sessions/{sessionId}/notes/{noteId}")
	ResponseEntity<?> save(Membership me, @PathVariable Long sessionId, @PathVariable UUID noteId,
			@Valid @RequestBody NoteForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return invalid(errors.getFieldErrors()
				.stream()
				.collect(Collectors.toMap(FieldError::getField, this::words, (first, second) -> first)));
		}
		NoteAnswer answer = this.notes.save(me, NoteDraft.of(me, sessionId, noteId, form));
		if (answer instanceof Saved saved) {
			return ResponseEntity.status(saved.created() ? HttpStatus.CREATED : HttpStatus.OK).body(saved.receipt());
		}
		if (answer instanceof Gone) {
			return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.GONE, words("note.gone"))).build();
		}
		return (answer instanceof Invalid flaw) ? invalid(Map.of(flaw.field(), words(flaw.reason())))
				: refused((Refused) answer);
	}

	@DeleteMapping("/studies/{studyId}/sessions/{sessionId}/notes/{noteId}")
	ResponseEntity<Receipt> delete(Membership me, @PathVariable Long sessionId, @PathVariable UUID noteId,
			@RequestParam int version) {
		return ResponseEntity.ok(this.notes.delete(me, sessionId, noteId, version));
	}

	private ResponseEntity<ProblemDetail> invalid(Map<String, String> fields) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
				String.join(" ", fields.values()));
		problem.setProperty("errors", fields);
		return ResponseEntity.of(problem).build();
	}

	private ResponseEntity<ProblemDetail> refused(Refused refused) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, words(refused.reason()));
		problem.setProperty("yours", refused.yours().text());
		problem.setProperty("current", refused.current().text());
		problem.setProperty("version", refused.current().version());
		problem.setProperty("mine", refused.current().isBy(refused.yours().personId()));
		return ResponseEntity.of(problem).build();
	}

	private String words(FieldError error) {
		return this.messages.getMessage(error, Locale.ENGLISH);
	}

	private String words(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

}
