package org.projectthrive.review.summary;

import java.util.List;
import java.util.Locale;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.review.domain.DomainService;
import org.projectthrive.review.quote.QuoteFlags;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.names.RosterWords;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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
 * The summary of one session: written by an analyst, read against the session by another,
 * agreed.
 */
@Controller
@RequestMapping("/studies/{studyId}/summaries/{sessionId}")
@AllowedTo(Role.ANALYST)
class SummaryController {

	private static final String HERE = "redirect:/studies/{studyId}/summaries/{sessionId}";

	private final SummaryService summaries;

	private final SummaryPages pages;

	private final DomainService domains;

	private final Sessions sessions;

	private final QuoteFlags flags;

	private final RosterWords roster;

	private final MessageSource messages;

	SummaryController(SummaryService summaries, SummaryPages pages, DomainService domains, Sessions sessions,
			QuoteFlags flags, RosterWords roster, MessageSource messages) {
		this.summaries = summaries;
		this.pages = pages;
		this.domains = domains;
		this.sessions = sessions;
		this.flags = flags;
		this.roster = roster;
		this.messages = messages;
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	ModelAndView show(Study study, Membership me, @PathVariable Long sessionId, Model model) {
		model.addAttribute("form", new ReopenForm(null));
		return show(study, me, sessionId, HttpStatus.OK);
	}

	@PostMapping("/content")
	ModelAndView write(Study study, Membership me, @PathVariable Long sessionId, SummaryForm form) {
		try {
			this.summaries.write(
					study.id(), sessionId, form.versionRead(), form.contents(this.domains.ofStudy(study.id()),
							this.pages.sources(study.id(), sessionId), this.roster.cover(study.id())::coveredNames),
					this.pages.sources(study.id(), sessionId));
		}
		catch (RuleViolation ex) {
			return entered(study, me, sessionId, form, ex);
		}
		catch (OptimisticLockingFailureException ex) {
			return entered(study, me, sessionId, form, new RuleViolation("summary.stale"));
		}
		String anchor = form.anchor();
		return new ModelAndView((anchor != null) ? HERE + "#domain-" + anchor : HERE);
	}

	@PostMapping("/second-read")
	String handOver(Study study, @PathVariable Long sessionId,
			@RequestParam(required = false) @Nullable Long readerId) {
		this.summaries.handOver(study.id(), sessionId, readerId);
		return HERE;
	}

	@PostMapping("/agreement")
	String agree(Study study, Membership me, @PathVariable Long sessionId, @RequestParam int version) {
		this.summaries.agree(study.id(), sessionId, version, me.personId());
		return HERE;
	}

	@PostMapping("/reopening")
	ModelAndView reopen(Study study, Membership me, @PathVariable Long sessionId,
			@Valid @ModelAttribute("form") ReopenForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return show(study, me, sessionId, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.summaries.reopen(study.id(), sessionId, String.valueOf(form.reason()));
		return new ModelAndView(HERE);
	}

	private ModelAndView show(Study study, Membership me, Long sessionId, HttpStatusCode status) {
		SummaryPage page = this.pages.find(study.id(), sessionId).orElse(null);
		if (page == null) {
			return new ModelAndView("review/summary/begin", "held", this.sessions.get(study.id(), sessionId));
		}
		boolean edited = me.isAnalyst() && !page.line().stage().isAgreed();
		ModelAndView view = new ModelAndView(edited ? "review/summary/edit" : "review/summary/show", status);
		view.addObject("flags", this.flags.ofSession(study.id(), sessionId));
		view.addObject("summary", page);
		view.addObject("readers", readers(study, page));
		return view;
	}

	/**
	 * What was entered is not lost when it is refused: the same page holds it beside what
	 * is saved.
	 */
	private ModelAndView entered(Study study, Membership me, Long sessionId, SummaryForm form, RuleViolation refusal) {
		SummaryPage page = this.pages.find(study.id(), sessionId, form)
			.orElseThrow(() -> new NotFound("summary of session " + sessionId));
		ModelAndView view = new ModelAndView("review/summary/edit", HttpStatus.CONFLICT);
		view.addObject("flags", this.flags.ofSession(study.id(), sessionId));
		view.addObject("form", new ReopenForm(null));
		view.addObject("summary", page);
		view.addObject("refusal", this.messages.getMessage(refusal.messageKey(), refusal.arguments(), Locale.ENGLISH));
		view.addObject("readers", readers(study, page));
		return view;
	}

	private List<?> readers(Study study, SummaryPage page) {
		return this.summaries.analysts(study.id())
			.stream()
			.filter((analyst) -> !analyst.personId().equals(page.authorId()))
			.toList();
	}

}
