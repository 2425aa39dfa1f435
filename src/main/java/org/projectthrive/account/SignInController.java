package org.projectthrive.account;

import java.util.List;

import org.projectthrive.platform.demo.DemoMode;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The sign-in page; on the embedded default it lists the demo's accounts. */
@Controller
class SignInController {

	private final DemoMode demo;

	SignInController(DemoMode demo) {
		this.demo = demo;
	}

	@ModelAttribute("demoAccounts")
	List<String> demoAccounts() {
		return this.demo.isOn() ? DemoMode.accounts() : List.of();
	}

	@GetMapping("/login")
	String login() {
		return "account/login";
	}

	@GetMapping("/")
	String home() {
		return "redirect:/studies";
	}

}
