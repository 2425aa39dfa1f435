package org.projectthrive.session.roster;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.roster.ParticipantService.ParticipantRow;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The participants of a study as codes, and the key to their names, for the lead. */
@Controller
@RequestMapping("/studies/{studyId}/participants")
@AllowedTo(Role.LEAD)
class ParticipantController {

	private final ParticipantService participants;

	private final SiteService sites;

	ParticipantController(ParticipantService participants, SiteService sites) {
		this.participants = participants;
		this.sites = sites;
	}

	@ModelAttribute("participants")
	List<ParticipantRow> participants(Study study, @RequestParam(name = "at", required = false) @Nullable Long site) {
		return this.participants.ofStudy(study.id(), site);
	}

	/** The one site that is shown, if any. */
	@ModelAttribute("at")
	@Nullable Long at(@RequestParam(name = "at", required = false) @Nullable Long site) {
		return site;
	}

	@ModelAttribute("siteNames")
	Map<Long, String> siteNames(Study study) {
		return this.sites.names(study.id());
	}

	@GetMapping
	String index(@ModelAttribute("siteNames") Map<Long, String> siteNames, Model model) {
		Object chosen = model.getAttribute("addedAt");
		Long only = (siteNames.size() == 1) ? siteNames.keySet().iterator().next() : null;
		model.addAttribute("form", ParticipantForm.at((chosen instanceof Long site) ? site : only));
		return "session/participants";
	}

	@PostMapping
	ModelAndView add(Study study, @Valid @ModelAttribute("form") ParticipantForm form, BindingResult errors,
			RedirectAttributes flash) {
		if (errors.hasErrors()) {
			return new ModelAndView("session/participants", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Participant added = this.participants.add(study.id(), form.site(), form.professionOrEmpty(), form.key());
		flash.addFlashAttribute("added", added.code());
		flash.addFlashAttribute("addedAt", form.site());
		return new ModelAndView("redirect:/studies/{studyId}/participants");
	}

	@GetMapping("/key")
	String key(Study study, Model model) {
		model.addAttribute("keys", this.participants.keys(study.id()));
		return "session/key";
	}

	@GetMapping("/{participantId}")
	String edit(Study study, @PathVariable Long participantId, Model model) {
		Participant participant = this.participants.get(study.id(), participantId);
		model.addAttribute("participant", participant);
		model.addAttribute("form", ParticipantForm.of(participant, this.participants.key(study.id(), participantId)));
		return "session/participant";
	}

	@PostMapping("/{participantId}")
	ModelAndView change(Study study, @PathVariable Long participantId,
			@Valid @ModelAttribute("form") ParticipantForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("session/participant", HttpStatus.UNPROCESSABLE_CONTENT).addObject("participant",
					this.participants.get(study.id(), participantId));
		}
		this.participants.change(study.id(), participantId, form.site(), form.professionOrEmpty(), form.key());
		return new ModelAndView("redirect:/studies/{studyId}/participants");
	}

	@PostMapping("/{participantId}/removal")
	String remove(Study study, @PathVariable Long participantId) {
		this.participants.remove(study.id(), participantId);
		return "redirect:/studies/{studyId}/participants";
	}

}
