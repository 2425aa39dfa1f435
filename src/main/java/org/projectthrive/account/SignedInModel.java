package org.projectthrive.account;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who is signed in. */
@ControllerAdvice
class SignedInModel {

	@ModelAttribute("signedIn")
	@Nullable SignedIn signedIn(@AuthenticationPrincipal @Nullable SignedIn signedIn) {
		return signedIn;
	}

}
