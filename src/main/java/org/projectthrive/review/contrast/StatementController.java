package org.projectthrive.review.contrast;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.projectthrive.review.contrast.ContrastTable.StatementRow;
import org.projectthrive.review.domain.Side;
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

/** One statement of the contrast table, with the points and quotes that it rests on. */
@Controller
@RequestMapping("/studies/{studyId}/contrasts/statements")
@AllowedTo(Role.ANALYST)
class StatementController {

	private static final String HERE = "redirect:/studies/{studyId}/contrasts/statements/{statementId}";

	private final ContrastService contrasts;

	StatementController(ContrastService contrasts) {
		this.contrasts = contrasts;
	}

	@ModelAttribute("topics")
	Map<Long, String> topics(Study study) {
		Map<Long, String> topics = new LinkedHashMap<>();
		this.contrasts.ofStudy(study.id()).topics().forEach((topic) -> topics.put(topic.id(), topic.name()));
		return topics;
	}

	@ModelAttribute("sides")
	Side[] sides() {
		return Side.values();
	}

	@GetMapping("/new")
	String create(@RequestParam(required = false) @Nullable Long topicId,
			@RequestParam(required = false) @Nullable Side side, Model model) {
		model.addAttribute("form", new StatementForm(topicId, side, null));
		return "review/contrast/new";
	}

	@PostMapping
	ModelAndView add(Study study, @Valid @ModelAttribute("form") StatementForm form, BindingResult errors) {
		Long topicId = form.topicId();
		Side side = form.side();
		if (side == null && errors.getTarget() != null) {
			errors.rejectValue("side", "NotNull");
		}
		if (errors.hasErrors() || topicId == null || side == null) {
			return new ModelAndView("review/contrast/new", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.contrasts.addStatement(study.id(), topicId, side, String.valueOf(form.text()));
		return new ModelAndView("redirect:/studies/{studyId}/contrasts");
	}

	@GetMapping("/{statementId}")
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String show(Study study, @PathVariable Long statementId, Model model) {
		StatementRow statement = evidence(study, statementId, model);
		model.addAttribute("form", new StatementForm(statement.topicId(), statement.side(), statement.text()));
		return "review/contrast/statement";
	}

	@PostMapping("/{statementId}")
	ModelAndView change(Study study, @PathVariable Long statementId, @Valid @ModelAttribute("form") StatementForm form,
			BindingResult errors, Model model) {
		Long topicId = form.topicId();
		if (errors.hasErrors() || topicId == null) {
			evidence(study, statementId, model);
			return new ModelAndView("review/contrast/statement", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.contrasts.changeStatement(study.id(), statementId, topicId, String.valueOf(form.text()));
		return new ModelAndView(HERE);
	}

	@PostMapping("/{statementId}/removal")
	String remove(Study study, @PathVariable Long statementId) {
		this.contrasts.removeStatement(study.id(), statementId);
		return "redirect:/studies/{studyId}/contrasts";
	}

	@PostMapping("/{statementId}/points/{pointId}/removal")
	String unplace(Study study, @PathVariable Long statementId, @PathVariable Long pointId) {
		this.contrasts.unplace(study.id(), pointId, statementId);
		return HERE;
	}

	private StatementRow evidence(Study study, Long statementId, Model model) {
		StatementRow statement = this.contrasts.statement(study.id(), statementId);
		model.addAttribute("statement", statement);
		model.addAttribute("points", this.contrasts.evidence(study.id(), statementId));
		model.addAttribute("quotes", this.contrasts.quotes(study.id(), statementId));
		return statement;
	}

}
