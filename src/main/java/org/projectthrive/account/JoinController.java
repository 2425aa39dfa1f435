package org.projectthrive.account;

import jakarta.validation.Valid;

import org.projectthrive.platform.error.NotFound;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the one-time link of an invitation leads: choose a password and join. Opening it
 * uses nothing up.
 */
@Controller
@RequestMapping("/join/{token}")
class JoinController {

	private final AccountService accounts;

	private final WeakPasswords weak;

	JoinController(AccountService accounts, WeakPasswords weak) {
		this.accounts = accounts;
		this.weak = weak;
	}

	@ModelAttribute("person")
	Person person(@PathVariable String token) {
		return this.accounts.findByJoinToken(token).orElseThrow(() -> new NotFound("link"));
	}

	@GetMapping
	String show(@ModelAttribute("form") PasswordForm form) {
		return "account/join";
	}

	@PostMapping
	ModelAndView join(@PathVariable String token, @ModelAttribute("person") Person person,
			@Valid @ModelAttribute("form") PasswordForm form, BindingResult errors) {
		this.weak.refuse(form.password(), person.name(), person.email(), errors);
		if (errors.hasErrors()) {
			return new ModelAndView("account/join", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.accounts.join(token, String.valueOf(form.password()));
		return new ModelAndView("redirect:/login?joined");
	}

}
