package org.projectthrive.retreat.idea;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.Themes;
import org.projectthrive.platform.web.Stale;
import org.projectthrive.review.ReleasedFindings;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The ideas of a study: raised by anybody who reads findings, worded by their author or
 * the lead.
 */
@Controller
@RequestMapping("/studies/{studyId}/ideas")
@AllowedTo({ Role.LEAD, Role.ANALYST, Role.LEADER })
class IdeaController {

	private final IdeaService ideas;

	private final IdeaLists lists;

	private final Themes themes;

	private final ReleasedFindings findings;

	IdeaController(IdeaService ideas, IdeaLists lists, Themes themes, ReleasedFindings findings) {
		this.ideas = ideas;
		this.lists = lists;
		this.themes = themes;
		this.findings = findings;
	}

	@GetMapping
	String index(Study study, Membership me, Model model) {
		List<IdeaRow> all = this.lists.ofStudy(study.id());
		model.addAttribute("isEmpty", all.isEmpty());
		model.addAttribute("waiting", with(all, Disposition.NOT_GATED));
		model.addAttribute("escalated", with(all, Disposition.ESCALATED));
		model.addAttribute("inScope", all.stream().filter(IdeaRow::isInScope).toList());
		model.addAttribute("merged",
				all.stream()
					.filter((idea) -> idea.mergedInto() != null)
					.collect(Collectors.groupingBy((idea) -> Objects.requireNonNull(idea.mergedInto()))));
		model.addAttribute("mayMerge", me.isLead() && all.stream().filter(IdeaRow::isMergeable).count() > 1);
		return "retreat/idea/index";
	}

	@GetMapping("/new")
	ModelAndView begin(Study study, Membership me) {
		return page("retreat/idea/new", IdeaForm.EMPTY, sources(study, me));
	}

	@PostMapping
	ModelAndView add(Study study, Membership me, @Valid @ModelAttribute("form") IdeaForm form, BindingResult errors) {
		requireFreeTitle(study, form, null, errors);
		if (errors.hasErrors()) {
			return refused("retreat/idea/new", sources(study, me));
		}
		Origin origin = seesThemes(me) ? Origin.FINDINGS : Origin.LEADER;
		this.ideas.add(study.id(), seesThemes(me) ? form.content() : form.content().withoutThemes(), origin,
				me.personId());
		return new ModelAndView("redirect:/studies/{studyId}/ideas");
	}

	@GetMapping("/{ideaId}/edit")
	ModelAndView edit(Study study, Membership me, @PathVariable Long ideaId) {
		return page("retreat/idea/edit", IdeaForm.of(own(study, me, ideaId)), sources(study, me));
	}

	@PostMapping("/{ideaId}")
	ModelAndView change(Study study, Membership me, @PathVariable Long ideaId,
			@Valid @ModelAttribute("form") IdeaForm form, BindingResult errors) {
		own(study, me, ideaId);
		requireFreeTitle(study, form, ideaId, errors);
		if (errors.hasErrors()) {
			return refused("retreat/idea/edit", sources(study, me));
		}
		try {
			this.ideas.change(study.id(), ideaId, form.content(), seesThemes(me), form.knownVersion());
		}
		catch (OptimisticLockingFailureException ex) {
			return Stale.page("retreat/idea/edit", form, IdeaForm.of(this.ideas.get(study.id(), ideaId)))
				.addAllObjects(sources(study, me));
		}
		return new ModelAndView("redirect:/studies/{studyId}/ideas/{ideaId}");
	}

	private Idea own(Study study, Membership me, Long ideaId) {
		Idea idea = this.ideas.get(study.id(), ideaId);
		if (!me.isLead() && !idea.isBy(me.personId())) {
			throw new AccessDeniedException("not the author");
		}
		return idea;
	}

	private void requireFreeTitle(Study study, IdeaForm form, @Nullable Long except, BindingResult errors) {
		if (errors.getTarget() != null && form.title() != null
				&& this.ideas.hasTitle(study.id(), form.title(), except)) {
			errors.rejectValue("title", "idea.title.once");
		}
	}

	/** Leaders choose among findings; themes are for those who worked with them. */
	private Map<String, ?> sources(Study study, Membership me) {
		Map<Long, String> chooseable = new LinkedHashMap<>();
		if (seesThemes(me)) {
			this.themes.ofStudy(study.id()).forEach((theme) -> chooseable.put(theme.id(), theme.name()));
		}
		Map<Long, String> released = new LinkedHashMap<>();
		this.findings.ofStudy(study.id()).forEach((finding) -> released.put(finding.id(), finding.statement()));
		return Map.of("themes", chooseable, "findings", released);
	}

	private static boolean seesThemes(Membership me) {
		return me.isLead() || me.isAnalyst();
	}

	private static List<IdeaRow> with(List<IdeaRow> all, Disposition disposition) {
		return all.stream().filter((idea) -> idea.disposition() == disposition).toList();
	}

	private static ModelAndView page(String view, IdeaForm form, Map<String, ?> sources) {
		return new ModelAndView(view, sources).addObject("form", form);
	}

	private static ModelAndView refused(String view, Map<String, ?> sources) {
		return new ModelAndView(view, sources, HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
