package org.projectthrive.retreat.idea;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;

import org.projectthrive.platform.error.NotFound;
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

/** The lead merges ideas that say the same, and takes them apart again. */
@Controller
@RequestMapping("/studies/{studyId}/ideas")
@AllowedTo(Role.LEAD)
class IdeaMergingController {

	private final IdeaMerging merging;

	private final IdeaLists lists;

	private final EvidenceOfIdeas evidence;

	IdeaMergingController(IdeaMerging merging, IdeaLists lists, EvidenceOfIdeas evidence) {
		this.merging = merging;
		this.lists = lists;
		this.evidence = evidence;
	}

	/** Shows what comes out before anything is merged. */
	@GetMapping("/merging")
	ModelAndView ask(Study study, @ModelAttribute("form") MergeForm form, BindingResult errors, Model model) {
		return errors.hasErrors() || isRefused(form, errors)
				? page(study, form, model, HttpStatus.UNPROCESSABLE_CONTENT) : page(study, form, model, HttpStatus.OK);
	}

	@PostMapping("/merging")
	ModelAndView merge(Study study, @Valid @ModelAttribute("form") MergeForm form, BindingResult errors, Model model) {
		if (isRefused(form, errors) || errors.hasErrors() || form.staying() == null) {
			return page(study, form, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (!form.ideasOrNone().contains(form.staying())) {
			throw new NotFound("idea that stays");
		}
		this.merging.merge(study.id(), form.staying(), form.ideasOrNone());
		return new ModelAndView("redirect:/studies/{studyId}/ideas/" + form.staying());
	}

	@PostMapping("/{ideaId}/separation")
	String takeApart(Study study, @PathVariable Long ideaId) {
		this.merging.takeApart(study.id(), ideaId);
		return "redirect:/studies/{studyId}/ideas/{ideaId}";
	}

	private static boolean isRefused(MergeForm form, BindingResult errors) {
		if (form.hasFew() && !errors.hasErrors()) {
			errors.rejectValue("ideas", "idea.merge.two");
		}
		return form.hasFew();
	}

	private ModelAndView page(Study study, MergeForm form, Model model, HttpStatus status) {
		List<IdeaRow> rows = this.lists.some(study.id(), form.ideasOrNone());
		Map<Long, Evidence> evidences = this.evidence.ofStudy(study.id());
		List<Evidence> behind = rows.stream().map((row) -> evidences.getOrDefault(row.id(), Evidence.NONE)).toList();
		model.addAttribute("ideas", rows);
		model.addAttribute("themes", behind.stream().flatMap((one) -> one.themes().stream()).distinct().toList());
		model.addAttribute("findings", behind.stream().flatMap((one) -> one.findings().stream()).distinct().toList());
		return new ModelAndView("retreat/idea/merging", status);
	}

}
