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

/** Where the setup link of the first start leads: it makes the first administrator. */
@Controller
@RequestMapping("/setup/{token}")
class SetupController {

	private final AccountService accounts;

	private final WeakPasswords weak;

	SetupController(AccountService accounts, WeakPasswords weak) {
		this.accounts = accounts;
		this.weak = weak;
	}

	@GetMapping
	String show(@PathVariable String token, @ModelAttribute("form") SetupForm form) {
		requireLive(token);
		return "account/setup";
	}

	@PostMapping
	ModelAndView setUp(@PathVariable String token, @Valid @ModelAttribute("form") SetupForm form,
			BindingResult errors) {
		requireLive(token);
		this.weak.refuse(form.password(), form.name(), form.email(), errors);
		if (errors.hasErrors()) {
			return new ModelAndView("account/setup", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.accounts.setUp(token, String.valueOf(form.email()), String.valueOf(form.name()),
				String.valueOf(form.password()));
		return new ModelAndView("redirect:/login?joined");
	}

	private void requireLive(String token) {
		if (!this.accounts.isSetupToken(token)) {
			throw new NotFound("link");
		}
	}

}
