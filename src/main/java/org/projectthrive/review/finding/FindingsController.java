package org.projectthrive.review.finding;

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

/** The findings: leaders read the released ones, the lead releases and withdraws. */
@Controller
@RequestMapping("/studies/{studyId}/findings")
@AllowedTo(Role.LEAD)
class FindingsController {

	private static final String HERE = "redirect:/studies/{studyId}/findings#finding-{findingId}";

	private final FindingService findings;

	private final FindingSubjects subjects;

	FindingsController(FindingService findings, FindingSubjects subjects) {
		this.findings = findings;
		this.subjects = subjects;
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.ANALYST, Role.LEADER })
	String index(Study study, Membership me, Model model) {
		boolean all = me.isLead() || me.isAnalyst();
		model.addAttribute("domains", this.subjects.questions(study.id()));
		model.addAttribute("findings", this.findings.ofStudy(study.id(), !all));
		return all ? "review/finding/index" : "review/finding/released";
	}

	@PostMapping("/{findingId}/release")
	String release(Study study, Membership me, @PathVariable Long findingId) {
		this.findings.release(study.id(), findingId, me.personId());
		return HERE;
	}

	@PostMapping("/{findingId}/withdrawal")
	String withdraw(Study study, @PathVariable Long findingId) {
		this.findings.withdraw(study.id(), findingId);
		return HERE;
	}

}
