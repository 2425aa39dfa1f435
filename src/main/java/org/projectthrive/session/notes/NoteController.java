package org.projectthrive.session.notes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.database.DatabaseTrouble;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.marks.NamesAtHand;
import org.projectthrive.session.notes.NoteAnswer.Gone;
import org.projectthrive.session.notes.NoteAnswer.Invalid;
import org.projectthrive.session.notes.NoteAnswer.Refused;
import org.projectthrive.session.notes.NoteAnswer.Saved;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.Validator;
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

	/** As many as a browser sends at once of what has waited on it. */
	private static final int MOST_AT_ONCE = 50;

	private final NoteService notes;

	private final Sessions sessions;

	private final MessageSource messages;

	private final Validator validator;

	NoteController(NoteService notes, Sessions sessions, MessageSource messages,
			@Qualifier("mvcValidator") Validator validator) {
		this.notes = notes;
		this.sessions = sessions;
		this.messages = messages;
		this.validator = validator;
	}

	@PutMapping("/studies/{studyId}/sessions/{sessionId}/notes/{noteId}")
	ResponseEntity<?> save(Membership me, @PathVariable Long sessionId, @PathVariable UUID noteId,
			@Valid @RequestBody NoteForm form, BindingResult errors) {
		return answer(() -> this.notes.save(me, NoteDraft.of(me, sessionId, noteId, form)), errors);
	}

	/**
	 * Notes that have waited, one after the other in the given order. Each is saved by
	 * itself and has an answer of its own, as if it had come alone.
	 */
	@PutMapping("/studies/{studyId}/sessions/{sessionId}/notes")
	ResponseEntity<?> saveAll(Membership me, @PathVariable Long sessionId, @RequestBody List<NoteForm> forms) {
		this.sessions.openTo(me, sessionId);
		if (forms.size() > MOST_AT_ONCE || forms.stream().anyMatch((form) -> form == null || form.id() == null)) {
			return problem(HttpStatus.BAD_REQUEST, words("error.badRequest.text"));
		}
		NamesAtHand names = new NamesAtHand();
		return ResponseEntity.ok(forms.stream().map((form) -> one(me, sessionId, form, names)).toList());
	}

	private Answered one(Membership me, Long sessionId, NoteForm form, NamesAtHand names) {
		UUID noteId = Objects.requireNonNull(form.id());
		DirectFieldBindingResult errors = new DirectFieldBindingResult(form, "noteForm");
		this.validator.validate(form, errors);
		return Answered.of(noteId,
				guarded(() -> this.notes.save(me, NoteDraft.of(me, sessionId, noteId, form), names), errors));
	}

	private ResponseEntity<?> guarded(Supplier<NoteAnswer> saving, Errors errors) {
		try {
			return answer(saving, errors);
		}
		catch (RuleViolation violation) {
			return problem(HttpStatus.CONFLICT,
					this.messages.getMessage(violation.messageKey(), violation.arguments(), Locale.ENGLISH));
		}
		catch (NotFound missing) {
			return problem(HttpStatus.NOT_FOUND, words("error.notFound.text"));
		}
		catch (DataIntegrityViolationException refused) {
			if (DatabaseTrouble.behind(refused).isPresent()) {
				throw refused;
			}
			return problem(HttpStatus.UNPROCESSABLE_CONTENT, words("error.badRequest.text"));
		}
	}

	private ResponseEntity<?> answer(Supplier<NoteAnswer> saving, Errors errors) {
		if (errors.hasErrors()) {
			return invalid(errors.getFieldErrors()
				.stream()
				.collect(Collectors.toMap(FieldError::getField, this::words, (first, second) -> first)));
		}
		NoteAnswer answer = saving.get();
		if (answer instanceof Saved saved) {
			return ResponseEntity.status(saved.created() ? HttpStatus.CREATED : HttpStatus.OK).body(saved.receipt());
		}
		if (answer instanceof Gone) {
			return problem(HttpStatus.GONE, words("note.gone"));
		}
		return (answer instanceof Invalid flaw) ? invalid(Map.of(flaw.field(), words(flaw.reason())))
				: refused((Refused) answer);
	}

	@DeleteMapping("/studies/{studyId}/sessions/{sessionId}/notes/{noteId}")
	ResponseEntity<Receipt> delete(Membership me, @PathVariable Long sessionId, @PathVariable UUID noteId,
			@RequestParam int version) {
		return ResponseEntity.ok(this.notes.delete(me, sessionId, noteId, version));
	}

	private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String words) {
		return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, words)).build();
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

	/**
	 * What became of one note of several.
	 *
	 * @param status that of its own answer
	 * @param body the receipt, or what is wrong
	 */
	record Answered(UUID id, int status, @Nullable Object body) {

		static Answered of(UUID id, ResponseEntity<?> answer) {
			return new Answered(id, answer.getStatusCode().value(), answer.getBody());
		}

	}

}
