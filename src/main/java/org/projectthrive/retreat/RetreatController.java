package org.projectthrive.retreat;

import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;

import org.projectthrive.platform.web.Stale;
import org.projectthrive.retreat.ballot.BallotLists;
import org.projectthrive.retreat.ballot.BallotRow;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The retreat's page: when and where, the ballot that is open, the ballots that were. */
@Controller
@RequestMapping("/studies/{studyId}/retreat")
class RetreatController {

	private static final String HERE = "redirect:/studies/{studyId}/retreat";

	private final RetreatService retreats;

	private final BallotLists ballots;

	private final ChosenIdeas chosen;

	RetreatController(RetreatService retreats, BallotLists ballots, ChosenIdeas chosen) {
		this.retreats = retreats;
		this.ballots = ballots;
		this.chosen = chosen;
	}

	@ModelAttribute
	void retreat(Study study, Membership me, Model model) {
		List<BallotRow> all = this.ballots.ofStudy(study.id(), me.personId(), me.isLead());
		model.addAttribute("retreat", this.retreats.find(study.id()).orElse(null));
		model.addAttribute("ballots", all);
		model.addAttribute("open", all.stream().filter(BallotRow::isOpen).findFirst().orElse(null));
		model.addAttribute("chosen", this.chosen.ofStudy(study.id()));
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.LEADER })
	String show(Study study, Model model) {
		Optional<Retreat> retreat = this.retreats.find(study.id());
		model.addAttribute("form", retreat.map(RetreatForm::of).orElse(RetreatForm.EMPTY));
		return "retreat/show";
	}

	@PostMapping
	@AllowedTo(Role.LEAD)
	ModelAndView plan(Study study, @Valid @ModelAttribute("form") RetreatForm form, BindingResult errors) {
		if (errors.hasErrors() || form.heldOn() == null) {
			return new ModelAndView("retreat/show", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.retreats.plan(study.id(), String.valueOf(form.title()), form.heldOn(), form.placeOrEmpty(),
					form.version());
		}
		catch (OptimisticLockingFailureException ex) {
			return Stale.page("retreat/show", form,
					this.retreats.find(study.id()).map(RetreatForm::of).orElse(RetreatForm.EMPTY));
		}
		return new ModelAndView(HERE);
	}

	@GetMapping("/closing")
	@AllowedTo(Role.LEAD)
	String askClosing(Study study, @ModelAttribute("form") ClosingForm form, Model model) {
		model.addAttribute("ownerless", this.retreats.ownerless(study.id()));
		return "retreat/closing";
	}

	@PostMapping("/closing")
	@AllowedTo(Role.LEAD)
	ModelAndView close(Study study, Membership me, @Valid @ModelAttribute("form") ClosingForm form,
			BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("retreat/closing", HttpStatus.UNPROCESSABLE_CONTENT).addObject("ownerless",
					this.retreats.ownerless(study.id()));
		}
		this.retreats.close(study.id(), form.reasonOrEmpty(), me.personId());
		return new ModelAndView(HERE);
	}

	@PostMapping("/reopening")
	@AllowedTo(Role.LEAD)
	String reopen(Study study) {
		this.retreats.reopen(study.id());
		return HERE;
	}

}
