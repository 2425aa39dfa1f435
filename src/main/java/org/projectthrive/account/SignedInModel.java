package org.projectthrive.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.PageFrame;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Tells every page who is signed in. */
@ControllerAdvice
class SignedInModel implements PageFrame {

	private static final String SIGNED_IN = "signedIn";

	@ModelAttribute(SIGNED_IN)
	@Nullable SignedIn signedIn(@AuthenticationPrincipal @Nullable SignedIn signedIn) {
		return signedIn;
	}

	@Override
	public void around(ModelAndView page, HttpServletRequest request) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
			page.addObject(SIGNED_IN, person);
		}
	}

}
