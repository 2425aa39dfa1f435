package org.projectthrive.account;

import java.util.List;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The administrator's list of accounts. */
@Controller
@RequestMapping("/accounts")
class AccountController {

	private final AccountService accounts;

	AccountController(AccountService accounts) {
		this.accounts = accounts;
	}

	@ModelAttribute("people")
	List<Person> people() {
		return this.accounts.all();
	}

	@GetMapping
	String index() {
		return "account/index";
	}

	@PostMapping("/{personId}/disabling")
	String disable(@PathVariable Long personId, @AuthenticationPrincipal SignedIn signedIn) {
		this.accounts.disable(personId, signedIn.id());
		return "redirect:/accounts";
	}

	@PostMapping("/{personId}/enabling")
	String enable(@PathVariable Long personId) {
		this.accounts.enable(personId);
		return "redirect:/accounts";
	}

}
