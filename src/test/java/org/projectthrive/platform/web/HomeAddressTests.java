package org.projectthrive.platform.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
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

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	@DisplayName("A1 a server that sends mail and has no address says at its start where its links would lead")
	void mailWithoutAddress(CapturedOutput output) {
		MockEnvironment mails = new MockEnvironment().withProperty("spring.mail.host", "mail.example");
		new HomeAddress(mails, "https://thrive.example").run(new DefaultApplicationArguments());
		new HomeAddress(new MockEnvironment(), null).run(new DefaultApplicationArguments());
		assertThat(output).doesNotContain("THRIVE_ADDRESS");

		new HomeAddress(mails, null).run(new DefaultApplicationArguments());
		assertThat(output).contains("Links in mails will begin with http://localhost:8080: set THRIVE_ADDRESS");
	}

	private static void requestNaming(String host) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setServerName(host);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
	}

}
