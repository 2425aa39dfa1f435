package org.projectthrive.retreat.ballot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A leader's ballot: choose, review, cast; afterwards the result. */
@Controller
@RequestMapping("/studies/{studyId}/ballots/{ballotId}")
@AllowedTo({ Role.LEAD, Role.LEADER })
class VoteController {

	private final BallotService ballots;

	private final PollingStation station;

	private final Electorate electorate;

	private final Results results;

	VoteController(BallotService ballots, PollingStation station, Electorate electorate, Results results) {
		this.ballots = ballots;
		this.station = station;
		this.electorate = electorate;
		this.results = results;
	}

	@GetMapping
	String show(Study study, Membership me, @PathVariable Long ballotId, Model model) {
		Ballot ballot = this.ballots.get(study.id(), ballotId);
		model.addAttribute("ballot", ballot);
		if (ballot.isClosed()) {
			model.addAttribute("result", this.results.of(ballot));
			return "retreat/ballot/result";
		}
		if (ballot.isOpen() && this.electorate.has(ballotId, me.personId())) {
			return vote(me, ballot, model);
		}
		if (me.isLead()) {
			return ballot.isDraft() ? "redirect:/studies/{studyId}/ballots/{ballotId}/draft"
					: "redirect:/studies/{studyId}/retreat";
		}
		throw new NotFound("ballot " + ballotId);
	}

	/**
	 * A page by POST, for what is approved must not stand in an address, where logs would
	 * keep it.
	 */
	@PostMapping("/review")
	ModelAndView review(Study study, Membership me, @PathVariable Long ballotId, @ModelAttribute("form") VoteForm form,
			BindingResult errors, Model model) {
		Ballot ballot = forElector(study, me, ballotId);
		ballot.requireOpen();
		List<BallotOption> options = options(ballot, form, model);
		if (this.electorate.hasCast(ballotId, me.personId())) {
			return new ModelAndView("redirect:/studies/{studyId}/ballots/{ballotId}");
		}
		check(ballot, form.approvedOrNone(), options, errors);
		return errors.hasErrors() ? new ModelAndView("retreat/ballot/vote", HttpStatus.UNPROCESSABLE_CONTENT)
				: new ModelAndView("retreat/ballot/review");
	}

	@PostMapping(path = "/review", params = "again")
	String chooseAgain(Study study, Membership me, @PathVariable Long ballotId, @ModelAttribute("form") VoteForm form,
			BindingResult errors, Model model) {
		Ballot ballot = forElector(study, me, ballotId);
		ballot.requireOpen();
		options(ballot, form, model);
		return "retreat/ballot/vote";
	}

	@PostMapping("/vote")
	ModelAndView cast(Study study, Membership me, @PathVariable Long ballotId, @ModelAttribute("form") VoteForm form,
			BindingResult errors, Model model) {
		Ballot ballot = forElector(study, me, ballotId);
		if (ballot.isOpen() && !this.electorate.hasCast(ballotId, me.personId())) {
			check(ballot, form.approvedOrNone(), options(ballot, form, model), errors);
		}
		if (errors.hasErrors()) {
			options(ballot, form, model);
			return new ModelAndView("retreat/ballot/vote", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.station.cast(study.id(), ballotId, me.personId(), form.approvedOrNone());
		return new ModelAndView("redirect:/studies/{studyId}/ballots/{ballotId}");
	}

	@GetMapping("/ballots.csv")
	ResponseEntity<byte[]> ballots(Study study, @PathVariable Long ballotId) {
		return csv("ballot-" + ballotId + "-ballots.csv", this.results.ballots(study.id(), ballotId));
	}

	@GetMapping("/tally.csv")
	ResponseEntity<byte[]> tally(Study study, @PathVariable Long ballotId) {
		return csv("ballot-" + ballotId + "-tally.csv", this.results.tally(study.id(), ballotId));
	}

	private String vote(Membership me, Ballot ballot, Model model) {
		if (this.electorate.hasCast(ballot.id(), me.personId())) {
			return "retreat/ballot/thanks";
		}
		VoteForm form = VoteForm.blank();
		model.addAttribute("form", form);
		options(ballot, form, model);
		return "retreat/ballot/vote";
	}

	/** Who is no elector is told that there is no such ballot. */
	private Ballot forElector(Study study, Membership me, Long ballotId) {
		Ballot ballot = this.ballots.get(study.id(), ballotId);
		if (!this.electorate.has(ballotId, me.personId())) {
			throw new NotFound("ballot " + ballotId);
		}
		return ballot;
	}

	private List<BallotOption> options(Ballot ballot, VoteForm form, Model model) {
		List<BallotOption> options = form.inOrder(this.ballots.options(ballot.studyId(), ballot.id()));
		model.addAttribute("ballot", ballot);
		model.addAttribute("options", options);
		model.addAttribute("approved",
				options.stream().filter((option) -> form.approvedOrNone().contains(option.id())).toList());
		return options;
	}

	private static void check(Ballot ballot, Set<Long> approved, List<BallotOption> options, BindingResult errors) {
		if (errors.hasErrors()) {
			return; // a value was no number
		}
		Set<Long> known = options.stream().map(BallotOption::id).collect(Collectors.toSet());
		int most = ballot.rule().mostApprovals();
		if (approved.isEmpty()) {
			errors.rejectValue("approved", "ballot.choice.none");
		}
		else if (!known.containsAll(approved)) {
			errors.rejectValue("approved", "ballot.choice.unknown");
		}
		else if (approved.size() > most) {
			errors.rejectValue("approved", "ballot.choice.many", new Object[] { most }, null);
		}
	}

	private static ResponseEntity<byte[]> csv(String fileName, String text) {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(fileName).build().toString())
			.body(text.getBytes(StandardCharsets.UTF_8));
	}

}
