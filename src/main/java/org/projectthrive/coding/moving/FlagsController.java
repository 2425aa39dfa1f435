package org.projectthrive.coding.moving;

import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Codings to look at again, since their words were corrected. */
@Controller
@RequestMapping("/studies/{studyId}")
class FlagsController {

	private final CodingFlags flags;

	FlagsController(CodingFlags flags) {
		this.flags = flags;
	}

	@GetMapping("/coding/corrected")
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String list(Study study, Model model) {
		model.addAttribute("flags", this.flags.ofStudy(study.id()));
		return "coding/corrected";
	}

	@PostMapping("/codings/{codingId}/check")
	@AllowedTo(Role.ANALYST)
	String clear(Membership me, @PathVariable Long codingId) {
		this.flags.clear(me, codingId);
		return "redirect:/studies/{studyId}/coding/corrected";
	}

}
