package org.projectthrive.team;

import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;

import org.projectthrive.platform.web.HomeAddress;
import org.projectthrive.study.AllowedTo;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The project team's page: who is in it, who joins. */
@Controller
@RequestMapping("/studies/{studyId}/team")
@AllowedTo(Role.LEAD)
class TeamController {

	private final TeamService team;

	private final HomeAddress home;

	TeamController(TeamService team, HomeAddress home) {
		this.team = team;
		this.home = home;
	}

	@ModelAttribute("members")
	List<Member> members(Study study) {
		return this.team.present(study.id());
	}

	@ModelAttribute("charter")
	Charter charter(Study study) {
		return this.team.charter(study.id());
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.FACILITATOR, Role.ANALYST })
	String show(Model model) {
		model.addAttribute("form", MemberForm.EMPTY);
		return "team/show";
	}

	@PostMapping
	ModelAndView add(Study study, @Valid @ModelAttribute("form") MemberForm form, BindingResult errors,
			RedirectAttributes flash) {
		if (errors.hasErrors()) {
			return new ModelAndView("team/show", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Optional<String> link = this.team.add(study.id(), form.member(), joinAddress());
		show(link, flash);
		flash.addFlashAttribute("known", link.isEmpty());
		return new ModelAndView("redirect:/studies/{studyId}/team");
	}

	@PostMapping("/{memberId}/invitation")
	String inviteAgain(Study study, @PathVariable Long memberId, RedirectAttributes flash) {
		show(this.team.inviteAgain(study.id(), memberId, joinAddress()), flash);
		return "redirect:/studies/{studyId}/team";
	}

	@PostMapping("/{memberId}/removal")
	String remove(Study study, @PathVariable Long memberId) {
		this.team.remove(study.id(), memberId);
		return "redirect:/studies/{studyId}/team";
	}

	/** The link is shown once, to the lead; afterwards only its hash is known. */
	private static void show(Optional<String> link, RedirectAttributes flash) {
		link.ifPresent((address) -> flash.addFlashAttribute("joinLink", address));
	}

	private String joinAddress() {
		return this.home.linkTo("/join/");
	}

}
