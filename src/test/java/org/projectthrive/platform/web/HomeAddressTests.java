package org.projectthrive.platform.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

class HomeAddressTests {

	@AfterEach
	void endRequest() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	@DisplayName("SEC31 the link in a mail begins with the configured address, whatever host the request names")
	void forgedHostReachesNoMail() {
		requestNaming("evil.example");

		assertThat(new HomeAddress(new MockEnvironment(), "https://thrive.example/").linkTo("/join/"))
			.isEqualTo("https://thrive.example/join/");
	}

	@Test
	@DisplayName("SEC31 without a configured address the link begins as the request does")
	void linkAsTheRequest() {
		requestNaming("localhost");

		assertThat(new HomeAddress(new MockEnvironment(), "").linkTo("/join/")).isEqualTo("http://localhost/join/");
	}

	private static void requestNaming(String host) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setServerName(host);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
	}

}
