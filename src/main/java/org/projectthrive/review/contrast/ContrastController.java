package org.projectthrive.review.contrast;

import jakarta.validation.Valid;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.review.contrast.ContrastTable.TopicRow;
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
import org.springframework.web.servlet.ModelAndView;

/** The contrast table: its topics, and the points that wait for a place in it. */
@Controller
@RequestMapping("/studies/{studyId}/contrasts")
@AllowedTo(Role.ANALYST)
class ContrastController {

	private static final String HERE = "redirect:/studies/{studyId}/contrasts";

	private final ContrastService contrasts;

	ContrastController(ContrastService contrasts) {
		this.contrasts = contrasts;
	}

	@ModelAttribute("sides")
	Side[] sides() {
		return Side.values();
	}

	@GetMapping
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String index(Study study, Model model) {
		model.addAttribute("table", this.contrasts.ofStudy(study.id()));
		model.addAttribute("form", new TopicForm(null));
		return "review/contrast/index";
	}

	@GetMapping("/table")
	@AllowedTo({ Role.LEAD, Role.ANALYST })
	String table(Study study, Model model) {
		model.addAttribute("table", this.contrasts.ofStudy(study.id()));
		return "review/contrast/table";
	}

	@PostMapping("/topics")
	ModelAndView addTopic(Study study, @Valid @ModelAttribute("form") TopicForm form, BindingResult errors,
			Model model) {
		if (errors.hasErrors()) {
			model.addAttribute("table", this.contrasts.ofStudy(study.id()));
			return new ModelAndView("review/contrast/index", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.contrasts.addTopic(study.id(), String.valueOf(form.name()));
		return new ModelAndView(HERE);
	}

	@GetMapping("/topics/{topicId}")
	String topic(Study study, @PathVariable Long topicId, Model model) {
		TopicRow topic = topic(study, topicId);
		model.addAttribute("topic", topic);
		model.addAttribute("form", new TopicForm(topic.name()));
		return "review/contrast/topic";
	}

	@PostMapping("/topics/{topicId}")
	ModelAndView renameTopic(Study study, @PathVariable Long topicId, @Valid @ModelAttribute("form") TopicForm form,
			BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			model.addAttribute("topic", topic(study, topicId));
			return new ModelAndView("review/contrast/topic", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.contrasts.renameTopic(study.id(), topicId, String.valueOf(form.name()));
		return new ModelAndView(HERE);
	}

	@PostMapping("/topics/{topicId}/removal")
	String removeTopic(Study study, @PathVariable Long topicId) {
		this.contrasts.removeTopic(study.id(), topicId);
		return HERE;
	}

	@PostMapping("/places")
	ModelAndView place(Study study, PlaceForm place, Model model) {
		if (!place.isComplete()) {
			model.addAttribute("table", this.contrasts.ofStudy(study.id()));
			model.addAttribute("form", new TopicForm(null));
			model.addAttribute("refused", place.pointId());
			return new ModelAndView("review/contrast/index", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (place.isNew()) {
			this.contrasts.place(study.id(), place.point(), place.targetId(), place.words());
		}
		else {
			this.contrasts.place(study.id(), place.point(), place.targetId());
		}
		return new ModelAndView(HERE + "#unplaced");
	}

	private TopicRow topic(Study study, Long topicId) {
		return this.contrasts.ofStudy(study.id())
			.topics()
			.stream()
			.filter((topic) -> topic.id().equals(topicId))
			.findFirst()
			.orElseThrow(() -> new NotFound("topic " + topicId));
	}

}
