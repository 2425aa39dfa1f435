package org.projectthrive.retreat.ballot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.Valid;

import org.projectthrive.retreat.idea.IdeaLists;
import org.projectthrive.retreat.idea.IdeaRow;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;
import org.projectthrive.team.TeamMember;

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
 * The lead's side of a ballot: prepare, open, close, and a run-off when there is a tie.
 */
@Controller
@RequestMapping("/studies/{studyId}/ballots")
@AllowedTo(Role.LEAD)
class BallotController {

	private final BallotService ballots;

	private final PollingStation station;

	private final IdeaLists ideas;

	BallotController(BallotService ballots, PollingStation station, IdeaLists ideas) {
		this.ballots = ballots;
		this.station = station;
		this.ideas = ideas;
	}

	@GetMapping("/new")
	String begin(Study study, Model model) {
		model.addAttribute("hindrance", this.ballots.standstill(study.id()).orElse(null));
		model.addAttribute("fewest", Ballot.FEWEST_ELECTORS);
		choices(study, model);
		model.addAttribute("form", BallotForm.suggested(
				this.ideas.toVoteOn(study.id()).stream().map(IdeaRow::id).collect(Collectors.toSet()),
				this.ballots.leaders(study.id()).stream().map(TeamMember::personId).collect(Collectors.toSet())));
		return "retreat/ballot/new";
	}

	@PostMapping
	ModelAndView prepare(Study study, @Valid @ModelAttribute("form") BallotForm form, BindingResult errors,
			Model model) {
		form.check(errors);
		if (errors.hasErrors()) {
			model.addAttribute("fewest", Ballot.FEWEST_ELECTORS);
			choices(study, model);
			return new ModelAndView("retreat/ballot/new", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Long ballotId = this.ballots.prepare(study.id(), form.plan());
		return new ModelAndView("redirect:/studies/{studyId}/ballots/" + ballotId + "/draft");
	}

	@GetMapping("/{ballotId}/draft")
	String draft(Study study, @PathVariable Long ballotId, Model model) {
		Ballot ballot = draft(study, ballotId);
		List<BallotOption> options = this.ballots.options(study.id(), ballotId);
		List<Long> electors = this.ballots.electors(study.id(), ballotId);
		model.addAttribute("ballot", ballot);
		model.addAttribute("optionCount", options.size());
		model.addAttribute("electorCount", electors.size());
		model.addAttribute("hindrance",
				this.ballots.standstill(study.id()).orElse(ballot.hindrance(options.size(), electors.size())));
		model.addAttribute("form", BallotForm.of(ballot, options, electors));
		choices(study, model);
		return "retreat/ballot/draft";
	}

	@PostMapping("/{ballotId}/draft")
	ModelAndView change(Study study, @PathVariable Long ballotId, @Valid @ModelAttribute("form") BallotForm form,
			BindingResult errors, Model model) {
		form.check(errors);
		if (errors.hasErrors()) {
			model.addAttribute("ballot", draft(study, ballotId));
			choices(study, model);
			return new ModelAndView("retreat/ballot/draft", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.ballots.change(study.id(), ballotId, form.plan());
		return new ModelAndView("redirect:/studies/{studyId}/ballots/{ballotId}/draft");
	}

	@PostMapping("/{ballotId}/removal")
	String remove(Study study, @PathVariable Long ballotId) {
		this.ballots.remove(study.id(), ballotId);
		return "redirect:/studies/{studyId}/retreat";
	}

	@PostMapping("/{ballotId}/opening")
	String open(Study study, Membership me, @PathVariable Long ballotId) {
		this.ballots.open(study.id(), ballotId, me.personId());
		return "redirect:/studies/{studyId}/retreat";
	}

	@PostMapping("/{ballotId}/closing")
	String close(Study study, Membership me, @PathVariable Long ballotId) {
		this.station.close(study.id(), ballotId, me.personId());
		return "redirect:/studies/{studyId}/ballots/{ballotId}";
	}

	@PostMapping("/{ballotId}/run-off")
	String runOff(Study study, Membership me, @PathVariable Long ballotId,
			@RequestParam(defaultValue = "RUN_OFF") TieRule tieRule) {
		this.ballots.openRunOff(study.id(), ballotId, tieRule, me.personId());
		return "redirect:/studies/{studyId}/retreat";
	}

	private Ballot draft(Study study, Long ballotId) {
		Ballot ballot = this.ballots.get(study.id(), ballotId);
		ballot.requireDraft();
		return ballot;
	}

	private void choices(Study study, Model model) {
		Map<Long, String> ideaTitles = new LinkedHashMap<>();
		this.ideas.toVoteOn(study.id()).forEach((idea) -> ideaTitles.put(idea.id(), idea.title()));
		model.addAttribute("ideas", ideaTitles);
		Map<Long, String> leaderNames = new LinkedHashMap<>();
		this.ballots.leaders(study.id()).forEach((leader) -> leaderNames.put(leader.personId(), leader.name()));
		model.addAttribute("leaders", leaderNames);
	}

}
