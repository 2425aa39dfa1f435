package org.projectthrive.account;

import jakarta.validation.Valid;

import org.projectthrive.platform.mail.Outbox;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** For who has forgotten the password: asks for a link, and takes the new password. */
@Controller
class PasswordResetController {

	private final PasswordResets resets;

	private final ResetRequests requests;

	private final WeakPasswords weak;

	private final Outbox outbox;

	PasswordResetController(PasswordResets resets, ResetRequests requests, WeakPasswords weak, Outbox outbox) {
		this.resets = resets;
		this.requests = requests;
		this.weak = weak;
		this.outbox = outbox;
	}

	@ModelAttribute("mailed")
	boolean mailed() {
		return this.outbox.isEmptied();
	}

	@GetMapping("/forgotten")
	String ask(@ModelAttribute("form") ForgottenForm form) {
		return "account/forgotten";
	}

	/** Known and unknown addresses are answered alike, and at once. */
	@PostMapping("/forgotten")
	ModelAndView offer(@Valid @ModelAttribute("form") ForgottenForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return new ModelAndView("account/forgotten", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.requests.add(String.valueOf(form.email()));
		return new ModelAndView("redirect:/login?asked");
	}

	@GetMapping("/reset/{token}")
	String show(@PathVariable String token, @ModelAttribute("form") PasswordForm form, Model model) {
		model.addAttribute("person", this.resets.person(token));
		return "account/reset";
	}

	@PostMapping("/reset/{token}")
	ModelAndView reset(@PathVariable String token, @Valid @ModelAttribute("form") PasswordForm form,
			BindingResult errors) {
		Person person = this.resets.person(token);
		this.weak.refuse(form.password(), person.name(), person.email(), errors);
		if (errors.hasErrors()) {
			return new ModelAndView("account/reset", HttpStatus.UNPROCESSABLE_CONTENT).addObject("person", person);
		}
		this.resets.reset(token, String.valueOf(form.password()));
		return new ModelAndView("redirect:/login?joined");
	}

}
