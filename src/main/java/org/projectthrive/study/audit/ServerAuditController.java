package org.projectthrive.study.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.Valid;

import org.projectthrive.account.AccountService;
import org.projectthrive.account.SignedIn;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.audit.AuditLog.ServerAuditRow;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Study;
import org.projectthrive.study.StudyService;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The audit log of the whole server, for administrators. Of studies in which they are no
 * members it tells the number, never the name or a reason that somebody wrote.
 */
@Controller
class ServerAuditController {

	private static final int PAGE = 50;

	private final AuditLog audit;

	private final StudyService studies;

	private final AccountService accounts;

	private final MessageSource messages;

	ServerAuditController(AuditLog audit, StudyService studies, AccountService accounts, MessageSource messages) {
		this.audit = audit;
		this.studies = studies;
		this.accounts = accounts;
		this.messages = messages;
	}

	@GetMapping("/audit")
	ModelAndView index(@AuthenticationPrincipal SignedIn signedIn, @Valid @ModelAttribute("form") AuditFilterForm form,
			BindingResult errors, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
		ModelAndView page = new ModelAndView("study/server-audit",
				errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
		List<ServerAuditRow> events = errors.hasErrors() ? List.of() : this.audit.ofServer(form.filter(), before, PAGE);
		return page.addObject("events", events)
			.addObject("older", (events.size() == PAGE) ? events.get(PAGE - 1).id() : null)
			.addObject("mine", mine(signedIn))
			.addObject("actions", actions())
			.addObject("people", this.accounts.names());
	}

	private Map<Long, String> mine(SignedIn signedIn) {
		return this.studies.ofPerson(signedIn.id())
			.stream()
			.map(Membership::study)
			.collect(Collectors.toMap(Study::id, Study::name));
	}

	private Map<String, String> actions() {
		Map<String, String> worded = new LinkedHashMap<>();
		this.audit.actions()
			.forEach((action) -> worded.put(action,
					this.messages.getMessage("audit." + action, null, action, Locale.ENGLISH)));
		return worded;
	}

}
