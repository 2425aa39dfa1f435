package org.projectthrive.coding;

import jakarta.validation.Valid;

import org.projectthrive.coding.moving.CodingFlags;
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

/** How far the sessions are coded, and single codings: memo, star, removal. */
@Controller
@RequestMapping("/studies/{studyId}")
@AllowedTo(Role.ANALYST)
class CodingsController {

	private final CodingService codings;

	private final CodingProgress progress;

	private final CodingFlags flags;

	CodingsController(CodingService codings, CodingProgress progress, CodingFlags flags) {
		this.codings = codings;
		this.progress = progress;
		this.flags = flags;
	}

	@GetMapping("/coding")
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String index(Study study, Model model) {
		model.addAttribute("sessions", this.progress.ofStudy(study.id()));
		model.addAttribute("flags", this.flags.ofStudy(study.id()));
		return "coding/index";
	}

	@GetMapping("/codings/{codingId}")
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String show(Study study, @PathVariable Long codingId, Model model) {
		CodingService.Coding coding = this.codings.get(study.id(), codingId);
		model.addAttribute("coding", coding);
		model.addAttribute("flag", this.flags.find(study.id(), codingId).orElse(null));
		model.addAttribute("form", new MemoForm(coding.memo()));
		return "coding/coding";
	}

	@PostMapping("/codings/{codingId}/removal")
	String remove(Membership me, @PathVariable Long codingId) {
		return workspace(this.codings.remove(me, codingId));
	}

	@PostMapping("/codings/{codingId}/memo")
	ModelAndView annotate(Membership me, @PathVariable Long codingId, @Valid @ModelAttribute("form") MemoForm form,
			BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			model.addAttribute("coding", this.codings.get(me.study().id(), codingId));
			model.addAttribute("flag", this.flags.find(me.study().id(), codingId).orElse(null));
			return new ModelAndView("coding/coding", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return new ModelAndView(workspace(this.codings.annotate(me, codingId, form.memoOrNone())));
	}

	@PostMapping("/codings/{codingId}/star")
	String star(Membership me, @PathVariable Long codingId, @RequestParam boolean starred) {
		return workspace(this.codings.star(me, codingId, starred));
	}

	private static String workspace(CodingService.Coding coding) {
		return "redirect:/studies/{studyId}/sessions/" + coding.sessionId() + "/coding#" + coding.sourceRef();
	}

}
