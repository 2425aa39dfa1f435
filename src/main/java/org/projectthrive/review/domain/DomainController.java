package org.projectthrive.review.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;

import org.projectthrive.guide.PublishedGuides;
import org.projectthrive.guide.PublishedGuides.Question;
import org.projectthrive.platform.error.NotFound;
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
import org.springframework.web.servlet.ModelAndView;

/** The domains page: what every summary answers. */
@Controller
@RequestMapping("/studies/{studyId}/domains")
@AllowedTo(Role.ANALYST)
class DomainController {

	private final DomainService domains;

	private final PublishedGuides guides;

	DomainController(DomainService domains, PublishedGuides guides) {
		this.domains = domains;
		this.guides = guides;
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String index(Study study, Model model) {
		show(study, model);
		model.addAttribute("form", DomainForm.EMPTY);
		return "review/domain/index";
	}

	@PostMapping
	ModelAndView add(Study study, Membership me, @Valid @ModelAttribute("form") DomainForm form, BindingResult errors,
			Model model) {
		if (errors.hasErrors()) {
			show(study, model);
			return new ModelAndView("review/domain/index", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.domains.add(study.id(), form.text(), form.side(), me.personId());
		return new ModelAndView("redirect:/studies/{studyId}/domains");
	}

	@GetMapping("/{domainId}")
	String edit(Study study, @PathVariable Long domainId, Model model) {
		DomainRow domain = later(study, domainId, model);
		model.addAttribute("form", new DomainForm(domain.name(), domain.side()));
		return "review/domain/edit";
	}

	@PostMapping("/{domainId}")
	ModelAndView rename(Study study, @PathVariable Long domainId, @Valid @ModelAttribute("form") DomainForm form,
			BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			later(study, domainId, model);
			return new ModelAndView("review/domain/edit", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.domains.rename(study.id(), domainId, form.text(), form.side());
		return new ModelAndView("redirect:/studies/{studyId}/domains");
	}

	private void show(Study study, Model model) {
		List<Question> questions = this.guides.everAsked(study.id());
		Map<UUID, String> wordings = questions.stream().collect(Collectors.toMap(Question::key, Question::wording));
		model.addAttribute("wordings", wordings);
		model.addAttribute("domains", this.domains.of(study.id(), questions));
	}

	private DomainRow later(Study study, Long domainId, Model model) {
		DomainRow domain = this.domains.get(study.id(), domainId);
		if (!domain.isAddedLater()) {
			throw new NotFound("later domain " + domainId);
		}
		model.addAttribute("domain", domain);
		return domain;
	}

}
