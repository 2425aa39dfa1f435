package org.projectthrive.session.floor;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.floor.Changes.Floor;
import org.projectthrive.session.floor.Changes.Parked;
import org.projectthrive.session.floor.UnscriptedQuestions.Opened;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the two screens of a running session read and set, each as often as a browser
 * likes.
 */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}/live")
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class FloorController {

	private final ChangesService changes;

	private final FloorService floor;

	private final ParkedTopics parked;

	private final UnscriptedQuestions unscripted;

	private final Sessions sessions;

	private final MessageSource messages;

	FloorController(ChangesService changes, FloorService floor, ParkedTopics parked, UnscriptedQuestions unscripted,
			Sessions sessions, MessageSource messages) {
		this.changes = changes;
		this.floor = floor;
		this.parked = parked;
		this.unscripted = unscripted;
		this.sessions = sessions;
		this.messages = messages;
	}

	@GetMapping("/changes")
	ResponseEntity<Changes> changes(Membership me, @PathVariable Long sessionId,
			@RequestParam(defaultValue = "0") long after) {
		this.sessions.openTo(me, sessionId);
		return ResponseEntity.ok(this.changes.after(me, sessionId, after));
	}

	@PutMapping("/floor")
	ResponseEntity<Floor> set(Membership me, @PathVariable Long sessionId, @Valid @RequestBody FloorForm form,
			BindingResult errors) {
		if (errors.hasErrors()) {
			throw new Flaw("topic", "floor.topic.foreign");
		}
		return ResponseEntity.ok(this.floor.set(me, sessionId, form.key()));
	}

	@PutMapping("/parked/{parkedId}")
	ResponseEntity<Parked> park(Membership me, @PathVariable Long sessionId, @PathVariable UUID parkedId,
			@Valid @RequestBody ParkedForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			throw errors.hasFieldErrors("topic") ? new Flaw("topic", "floor.topic.foreign")
					: new Flaw("text", "parked.missing");
		}
		return ResponseEntity.ok(this.parked.put(me, sessionId, parkedId, form));
	}

	@PutMapping("/unscripted/{unscriptedId}")
	ResponseEntity<Opened> open(Membership me, @PathVariable Long sessionId, @PathVariable UUID unscriptedId,
			@Valid @RequestBody WordingForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			throw new Flaw("wording", "live.unscripted.missing");
		}
		return ResponseEntity.ok(this.unscripted.open(me, sessionId, unscriptedId, form.words()));
	}

	/**
	 * As of a note: what was sent, what is there, and that it may be replaced knowingly.
	 */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> onConflict(ParkedConflict conflict) {
		Parked current = conflict.current();
		String settled = current.done() ? " (" + words("live.parked.done") + ")" : "";
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, words("parked.stale"));
		problem.setProperty("yours", conflict.sent().text());
		problem.setProperty("current", current.text() + settled);
		problem.setProperty("version", current.version());
		problem.setProperty("mine", true);
		return ResponseEntity.of(problem).build();
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> onFlaw(Flaw flaw) {
		String words = words(flaw.messageKey());
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, words);
		problem.setProperty("errors", Map.of(flaw.field(), words));
		return ResponseEntity.of(problem).build();
	}

	private String words(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

}
