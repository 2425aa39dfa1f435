package org.projectthrive.guide;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The questions of a draft: asked, reworded, moved, dropped. */
@Controller
@RequestMapping("/studies/{studyId}/guide/questions")
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class QuestionController {

	private final GuideService guides;

	QuestionController(GuideService guides) {
		this.guides = guides;
	}

	@GetMapping("/new")
	String write(Study study, Model model) {
		Guide draft = this.guides.draft(study.id());
		model.addAttribute("form", QuestionForm.newIn(draft));
		return form(draft, null, model);
	}

	@PostMapping
	ModelAndView ask(Study study, @Valid @ModelAttribute("form") QuestionForm form, BindingResult errors, Model model) {
		Guide draft = this.guides.draft(study.id());
		checkDomain(draft, null, form, errors);
		if (errors.hasErrors()) {
			return new ModelAndView(form(draft, null, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return question(this.guides.ask(study.id(), form.text(), form.section()).id());
	}

	@GetMapping("/{questionId}")
	String edit(Study study, @PathVariable Long questionId, Model model) {
		Guide draft = this.guides.draftWithQuestion(study.id(), questionId);
		model.addAttribute("form", QuestionForm.of(draft.question(questionId)));
		return form(draft, draft.question(questionId), model);
	}

	@PostMapping("/{questionId}")
	ModelAndView reword(Study study, @PathVariable Long questionId, @Valid @ModelAttribute("form") QuestionForm form,
			BindingResult errors, Model model) {
		Guide draft = this.guides.draftWithQuestion(study.id(), questionId);
		GuideQuestion question = draft.question(questionId);
		checkDomain(draft, question, form, errors);
		if (errors.hasErrors()) {
			return new ModelAndView(form(draft, question, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.guides.reword(study.id(), questionId, form.versionOrNone(), form.text(), form.section());
		return question(questionId);
	}

	@PostMapping("/{questionId}/removal")
	String drop(Study study, @PathVariable Long questionId) {
		this.guides.dropQuestion(study.id(), questionId);
		return "redirect:/studies/{studyId}/guide";
	}

	@PostMapping("/{questionId}/earlier")
	ModelAndView moveEarlier(Study study, @PathVariable Long questionId) {
		this.guides.moveEarlier(study.id(), questionId);
		return question(questionId);
	}

	@PostMapping("/{questionId}/later")
	ModelAndView moveLater(Study study, @PathVariable Long questionId) {
		this.guides.moveLater(study.id(), questionId);
		return question(questionId);
	}

	/**
	 * Where a question was dragged to: an index, from 0, of a section or of what comes
	 * before all sections.
	 */
	@PostMapping("/{questionId}/position")
	ModelAndView move(Study study, @PathVariable Long questionId, @RequestParam int index,
			@RequestParam(required = false) @Nullable Long section) {
		this.guides.move(study.id(), questionId, section, index);
		return question(questionId);
	}

	private static void checkDomain(Guide draft, @Nullable GuideQuestion question, QuestionForm form,
			BindingResult errors) {
		String domain = form.domain();
		boolean isBound = errors.getTarget() != null; // else a value was no number or no
														// polarity
		if (isBound && domain != null && !draft.isDomainFree(domain, (question != null) ? question.key() : null)) {
			errors.rejectValue("domain", "guide.domain.once");
		}
	}

	private static String form(Guide draft, @Nullable GuideQuestion question, Model model) {
		Map<Long, String> sections = new LinkedHashMap<>();
		draft.sections().forEach((section) -> sections.put(section.id(), section.title()));
		model.addAttribute("sections", sections);
		model.addAttribute("question", question);
		return "guide/question";
	}

	private static ModelAndView question(Long questionId) {
		return new ModelAndView("redirect:/studies/{studyId}/guide#question-" + questionId);
	}

}
