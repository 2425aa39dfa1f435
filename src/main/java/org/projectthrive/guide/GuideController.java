package org.projectthrive.guide;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

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
import org.springframework.web.bind.annotation.RequestParam;

/** The guide as it will be read aloud: begun, published, revised, printed. */
@Controller
@RequestMapping("/studies/{studyId}/guide")
@AllowedTo({ Role.LEAD, Role.FACILITATOR, Role.ANALYST })
class GuideController {

	private static final String GUIDE = "redirect:/studies/{studyId}/guide";

	private final GuideService guides;

	private final GuideVersions versions;

	private final GuideTemplates templates;

	GuideController(GuideService guides, GuideVersions versions, GuideTemplates templates) {
		this.guides = guides;
		this.versions = versions;
		this.templates = templates;
	}

	@GetMapping
	String show(Study study, Membership me, Model model) {
		boolean mayEdit = me.isLead() || me.isFacilitator();
		model.addAttribute("mayEdit", mayEdit);
		return this.guides.findNewest(study.id()).map((guide) -> {
			model.addAttribute("guide", guide);
			model.addAttribute("remarks", GuideLinter.read(guide));
			model.addAttribute("versions", this.versions.ofStudy(study.id()));
			model.addAttribute("editable", mayEdit && guide.isDraft());
			return "guide/show";
		}).orElseGet(() -> {
			model.addAttribute("copyable", mayEdit ? this.versions.copyableBy(me.personId(), study.id()) : List.of());
			return "guide/new";
		});
	}

	@PostMapping
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	String start(Study study, Membership me, @RequestParam Starter starter,
			@RequestParam(required = false) @Nullable Long from) {
		switch (starter) {
			case THRIVE -> this.guides.start(study.id(), this.templates.thrive());
			case WHAT_MATTERS -> this.guides.start(study.id(), this.templates.whatMatters());
			case BLANK -> this.guides.start(study.id(), this.templates.blank(study.name()));
			case COPY -> this.guides.startFromCopy(study.id(), Objects.requireNonNullElse(from, 0L), me.personId());
		}
		return GUIDE;
	}

	@PostMapping("/publication")
	@AllowedTo(Role.LEAD)
	String publish(Study study, Membership me) {
		this.guides.publish(study.id(), me.personId());
		return GUIDE;
	}

	@PostMapping("/revision")
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	String revise(Study study) {
		this.guides.revise(study.id());
		return GUIDE;
	}

	@PostMapping("/draft/removal")
	@AllowedTo({ Role.LEAD, Role.FACILITATOR })
	String discard(Study study) {
		this.guides.discard(study.id());
		return GUIDE;
	}

	@GetMapping("/versions/{number}")
	String version(Study study, @PathVariable int number, Model model) {
		Guide guide = this.guides.version(study.id(), number);
		model.addAttribute("guide", guide);
		model.addAttribute("versions", this.versions.ofStudy(study.id()));
		model.addAttribute("remarks", GuideRemarks.NONE);
		return "guide/version";
	}

	@GetMapping("/comparison")
	String compare(Study study, @RequestParam int from, @RequestParam int to, Model model) {
		model.addAttribute("comparison",
				GuideComparison.of(this.guides.version(study.id(), from), this.guides.version(study.id(), to)));
		return "guide/comparison";
	}

	/**
	 * The newest published guide on paper, or the draft as long as nothing is published.
	 */
	@GetMapping("/run-sheet")
	String runSheet(Study study, Model model) {
		Integer published = this.versions.newestPublished(study.id()).orElse(null);
		Guide guide = (published != null) ? this.guides.version(study.id(), published)
				: this.guides.findNewest(study.id()).orElse(null);
		return runSheet(guide, model);
	}

	@GetMapping("/versions/{number}/run-sheet")
	String runSheet(Study study, @PathVariable int number, Model model) {
		return runSheet(this.guides.version(study.id(), number), model);
	}

	private static String runSheet(@Nullable Guide guide, Model model) {
		model.addAttribute("sheet", (guide != null) ? RunSheet.of(guide) : null);
		return "guide/run-sheet";
	}

}
