package org.projectthrive.coding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The codebook's pages. */
@Controller
@RequestMapping("/studies/{studyId}/themes")
@AllowedTo(Role.ANALYST)
class ThemesController {

	private static final String EDIT = "coding/theme-edit";

	private final CodebookService codebook;

	private final Codebook entries;

	private final ThemePlaces places;

	ThemesController(CodebookService codebook, Codebook entries, ThemePlaces places) {
		this.codebook = codebook;
		this.entries = entries;
		this.places = places;
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String index(Study study, Model model) {
		List<Codebook.Entry> all = this.entries.entries(study.id());
		model.addAttribute("entries", all);
		model.addAttribute("retired", all.stream().filter(Codebook.Entry::retired).count());
		return "coding/themes";
	}

	@GetMapping("/{themeId}")
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String show(Membership me, @PathVariable Long themeId, @RequestParam(defaultValue = "1") int page,
			@RequestParam(defaultValue = "false") boolean mine, Model model) {
		Study study = me.study();
		Theme theme = this.codebook.get(study.id(), themeId);
		model.addAttribute("theme", theme);
		if (theme.parentId() != null) {
			model.addAttribute("parent", this.codebook.get(study.id(), theme.parentId()));
		}
		model.addAttribute("places", this.places.of(study.id(), themeId, mine ? me.personId() : null, page));
		model.addAttribute("mine", mine);
		return "coding/theme";
	}

	@GetMapping("/new")
	String draft(Study study, @RequestParam(required = false) @Nullable Long parent, Model model) {
		model.addAttribute("form", ThemeForm.under((parent != null) ? this.codebook.get(study.id(), parent) : null));
		return form(study, null, model);
	}

	@PostMapping
	ModelAndView create(Study study, @Valid @ModelAttribute("form") ThemeForm form, BindingResult errors, Model model) {
		refuseTakenName(study, form, null, errors);
		if (errors.hasErrors()) {
			return new ModelAndView(form(study, null, model), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.codebook.create(study.id(), form);
		return new ModelAndView("redirect:/studies/{studyId}/themes");
	}

	@GetMapping("/{themeId}/edit")
	String edit(Study study, @PathVariable Long themeId, Model model) {
		Theme theme = this.codebook.get(study.id(), themeId);
		model.addAttribute("form", ThemeForm.of(theme));
		return form(study, theme, model);
	}

	@PostMapping("/{themeId}")
	ModelAndView change(Study study, @PathVariable Long themeId, @Valid @ModelAttribute("form") ThemeForm form,
			BindingResult errors, Model model) {
		refuseTakenName(study, form, themeId, errors);
		if (errors.hasErrors()) {
			return new ModelAndView(form(study, this.codebook.get(study.id(), themeId), model),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.codebook.change(study.id(), themeId, form);
		return new ModelAndView("redirect:/studies/{studyId}/themes/{themeId}");
	}

	@PostMapping("/{themeId}/retirement")
	String retire(Study study, @PathVariable Long themeId) {
		this.codebook.retire(study.id(), themeId);
		return "redirect:/studies/{studyId}/themes";
	}

	@PostMapping("/{themeId}/return")
	String restore(Study study, @PathVariable Long themeId) {
		this.codebook.restore(study.id(), themeId);
		return "redirect:/studies/{studyId}/themes";
	}

	private String form(Study study, @Nullable Theme theme, Model model) {
		if (theme != null) {
			model.addAttribute("theme", theme);
		}
		model.addAttribute("parents", parents(study, theme));
		return EDIT;
	}

	/** The themes under which another may stand. */
	private Map<Long, String> parents(Study study, @Nullable Theme theme) {
		List<Codebook.Entry> all = this.entries.entries(study.id());
		Map<Long, String> parents = new LinkedHashMap<>();
		all.stream()
			.filter((entry) -> entry.isParent() && !entry.retired())
			.filter((entry) -> theme == null || !Objects.equals(entry.id(), theme.id()))
			.forEach((entry) -> parents.put(entry.id(), entry.name()));
		return parents;
	}

	private void refuseTakenName(Study study, ThemeForm form, @Nullable Long themeId, BindingResult errors) {
		if (errors.getTarget() != null && form.name() != null
				&& this.codebook.isNameTaken(study.id(), form.name(), themeId)) {
			errors.rejectValue("name", "theme.name.taken");
		}
	}

}
