package org.projectthrive.session.roster;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;

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

/** The sites of a study and their time zones. */
@Controller
@RequestMapping("/studies/{studyId}/sites")
@AllowedTo(Role.LEAD)
class SiteController {

	private final SiteService sites;

	SiteController(SiteService sites) {
		this.sites = sites;
	}

	@ModelAttribute("sites")
	List<Site> sites(Study study) {
		return this.sites.ofStudy(study.id());
	}

	@ModelAttribute("zones")
	Map<String, String> zones() {
		return Zones.all();
	}

	/** Proposes the time zone of the sites that are known. */
	@GetMapping
	String index(Study study, Model model) {
		String zone = this.sites.ofStudy(study.id()).stream().map(Site::zone).findFirst().orElse(null);
		model.addAttribute("form", new SiteForm(null, zone));
		return "session/sites";
	}

	@PostMapping
	ModelAndView add(Study study, @Valid @ModelAttribute("form") SiteForm form, BindingResult errors) {
		if (isRefused(form, errors)) {
			return new ModelAndView("session/sites", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.sites.add(study.id(), form.nameOrEmpty(), form.zoneOrEmpty());
		return new ModelAndView("redirect:/studies/{studyId}/sites");
	}

	@GetMapping("/{siteId}")
	String edit(Study study, @PathVariable Long siteId, Model model) {
		model.addAttribute("form", SiteForm.of(this.sites.get(study.id(), siteId)));
		return "session/site";
	}

	@PostMapping("/{siteId}")
	ModelAndView change(Study study, @PathVariable Long siteId, @Valid @ModelAttribute("form") SiteForm form,
			BindingResult errors) {
		this.sites.get(study.id(), siteId);
		if (isRefused(form, errors)) {
			return new ModelAndView("session/site", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.sites.change(study.id(), siteId, form.nameOrEmpty(), form.zoneOrEmpty());
		return new ModelAndView("redirect:/studies/{studyId}/sites");
	}

	private static boolean isRefused(SiteForm form, BindingResult errors) {
		if (!errors.hasErrors()) {
			form.check(errors);
		}
		return errors.hasErrors();
	}

}
