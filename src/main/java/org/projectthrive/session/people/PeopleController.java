package org.projectthrive.session.people;

import java.util.HashSet;
import java.util.Set;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.Sessions;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.http.HttpStatus;
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
 * The door of a session: consent, check-in, who else is there, and the marks of its
 * recording. For the lead and the session's own facilitators, who know the names.
 */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}")
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class PeopleController {

	private static final String PAGE = "session/people/show";

	private static final String BACK = "redirect:/studies/{studyId}/sessions/{sessionId}/people";

	private final PeoplePages pages;

	private final CheckIn checkIn;

	private final Recordings recordings;

	private final Sessions sessions;

	PeopleController(PeoplePages pages, CheckIn checkIn, Recordings recordings, Sessions sessions) {
		this.pages = pages;
		this.checkIn = checkIn;
		this.recordings = recordings;
		this.sessions = sessions;
	}

	@GetMapping("/people")
	String show(Study study, Membership me, @PathVariable Long sessionId, Model model) {
		this.sessions.openTo(me, sessionId);
		PeoplePage page = this.pages.of(study.id(), sessionId);
		model.addAttribute("page", page);
		model.addAttribute("form", page.others());
		return PAGE;
	}

	/**
	 * Only what was changed on the page is changed, so that two facilitators at the door
	 * do not undo each other's ticks.
	 */
	@PostMapping("/attendance")
	String attend(Membership me, @PathVariable Long sessionId,
			@RequestParam(required = false) @Nullable Set<Long> attended,
			@RequestParam(required = false) @Nullable Set<Long> before) {
		this.sessions.openTo(me, sessionId);
		this.checkIn.attended(me, sessionId, without(attended, before), without(before, attended));
		return BACK;
	}

	@PostMapping("/people/{participantId}/consent")
	String consent(Membership me, @PathVariable Long sessionId, @PathVariable Long participantId, ConsentForm form) {
		this.sessions.openTo(me, sessionId);
		this.checkIn.answered(me, sessionId, participantId, form);
		return BACK + "#person-" + participantId;
	}

	@PostMapping("/others")
	ModelAndView others(Study study, Membership me, @PathVariable Long sessionId,
			@Valid @ModelAttribute("form") OthersForm form, BindingResult errors) {
		this.sessions.openTo(me, sessionId);
		if (errors.hasErrors()) {
			return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT).addObject("page",
					this.pages.of(study.id(), sessionId));
		}
		this.checkIn.others(me, sessionId, form);
		return new ModelAndView(BACK);
	}

	@PostMapping("/recording/start")
	String startRecording(Membership me, @PathVariable Long sessionId,
			@RequestParam(defaultValue = "PEOPLE") ComingFrom from) {
		this.sessions.openTo(me, sessionId);
		this.recordings.start(me, sessionId);
		return from.back();
	}

	@PostMapping("/recording/stop")
	String stopRecording(Membership me, @PathVariable Long sessionId,
			@RequestParam(defaultValue = "PEOPLE") ComingFrom from) {
		this.sessions.openTo(me, sessionId);
		this.recordings.stop(me, sessionId);
		return from.back();
	}

	private static Set<Long> without(@Nullable Set<Long> some, @Nullable Set<Long> others) {
		Set<Long> left = new HashSet<>((some != null) ? some : Set.of());
		left.removeAll((others != null) ? others : Set.of());
		return left;
	}

	/** The page on which a recording was marked. */
	enum ComingFrom {

		PEOPLE, LIVE;

		String back() {
			return (this == LIVE) ? "redirect:/studies/{studyId}/sessions/{sessionId}/live" : BACK;
		}

	}

}
