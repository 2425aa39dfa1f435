package org.projectthrive.review.emerging;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.projectthrive.coding.CodedWords;
import org.projectthrive.coding.CodedWords.Words;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.session.Sessions;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;
import org.projectthrive.study.Study;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Themes that emerge under each question, and the study's table of questions and themes.
 */
@Controller
@RequestMapping("/studies/{studyId}/emerging-themes")
@AllowedTo({ Role.LEAD, Role.ANALYST })
class EmergingController {

	private final EmergingService emerging;

	private final CodedWords codedWords;

	private final Sessions sessions;

	EmergingController(EmergingService emerging, CodedWords codedWords, Sessions sessions) {
		this.emerging = emerging;
		this.codedWords = codedWords;
		this.sessions = sessions;
	}

	@GetMapping
	String index(Study study, Model model) {
		model.addAttribute("questions", this.emerging.ofStudy(study.id()));
		return "review/emerging/index";
	}

	@GetMapping("/table")
	String table(Study study, Model model) {
		model.addAttribute("questions", this.emerging.ofStudy(study.id()));
		return "review/emerging/table";
	}

	/** The words behind a theme under a question. */
	@GetMapping("/{questionKey}/{themeId}")
	String words(Study study, @PathVariable UUID questionKey, @PathVariable Long themeId, Model model) {
		QuestionThemes question = this.emerging.ofStudy(study.id())
			.stream()
			.filter((one) -> one.question().key().equals(questionKey))
			.findFirst()
			.orElseThrow(() -> new NotFound("question " + questionKey));
		model.addAttribute("question", question);
		model.addAttribute("line",
				question.lines()
					.stream()
					.filter((line) -> line.themeId().equals(themeId))
					.findFirst()
					.orElseThrow(() -> new NotFound("theme " + themeId)));
		Map<Long, List<Words>> words = this.codedWords.of(study.id(), themeId, questionKey)
			.stream()
			.collect(Collectors.groupingBy(Words::sessionId));
		model.addAttribute("sessions", this.sessions.ofStudy(study.id()));
		model.addAttribute("words", words);
		return "review/emerging/words";
	}

	@PostMapping("/{questionKey}/{themeId}")
	@AllowedTo(Role.ANALYST)
	String decide(Study study, Membership me, @PathVariable UUID questionKey, @PathVariable Long themeId,
			@ModelAttribute DecisionForm form) {
		if (form.isWithdrawn()) {
			this.emerging.undecide(study.id(), questionKey, themeId);
		}
		else {
			this.emerging.decide(study.id(), questionKey, themeId, form.isConfirmed(), form.groupOrNone(),
					me.personId());
		}
		return "redirect:/studies/{studyId}/emerging-themes#question-" + questionKey;
	}

}
