package org.projectthrive.team;

import jakarta.validation.Valid;

import org.projectthrive.platform.web.Stale;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One member of the project team: roles, expertise and profile. */
@Controller
@RequestMapping("/studies/{studyId}/team/{memberId}")
@AllowedTo(Role.LEAD)
class MemberController {

	private final TeamService team;

	MemberController(TeamService team) {
		this.team = team;
	}

	@ModelAttribute("member")
	Member member(Study study, @PathVariable Long memberId) {
		return this.team.get(study.id(), memberId);
	}

	@GetMapping
	String edit(@ModelAttribute("member") Member member, Model model) {
		model.addAttribute("form", ProfileForm.of(member));
		return "team/member";
	}

	@PostMapping
	ModelAndView change(Study study, @PathVariable Long memberId, @Valid @ModelAttribute("form") ProfileForm form,
			BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("team/member", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.team.change(study.id(), memberId, form);
		}
		catch (OptimisticLockingFailureException ex) {
			return Stale.page("team/member", form, ProfileForm.of(this.team.get(study.id(), memberId)));
		}
		return new ModelAndView("redirect:/studies/{studyId}/team");
	}

}
