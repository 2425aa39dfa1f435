package org.projectthrive.account;

import java.util.List;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator's list of accounts. */
@Controller
@RequestMapping("/accounts")
class AccountController {

	private static final int MOST_SHOWN = 100;

	private final AccountService accounts;

	AccountController(AccountService accounts) {
		this.accounts = accounts;
	}

	@GetMapping
	String index(@RequestParam(defaultValue = "") String find, Model model) {
		List<Person> found = this.accounts.find(find, MOST_SHOWN + 1);
		model.addAttribute("find", find.strip());
		model.addAttribute("people", found.stream().limit(MOST_SHOWN).toList());
		model.addAttribute("most", MOST_SHOWN);
		model.addAttribute("more", found.size() > MOST_SHOWN);
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
