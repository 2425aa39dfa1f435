package org.projectthrive.review.quote;

import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Quotes to look at again, since words were changed under them. */
@Controller
class QuoteFlagsController {

	private final QuoteFlags flags;

	QuoteFlagsController(QuoteFlags flags) {
		this.flags = flags;
	}

	@PostMapping("/studies/{studyId}/summaries/{sessionId}/quotes/check")
	@AllowedTo(Role.ANALYST)
	String clear(Study study, @PathVariable Long sessionId, @RequestParam Long last) {
		this.flags.clear(study.id(), sessionId, last);
		return "redirect:/studies/{studyId}/summaries/{sessionId}";
	}

}
