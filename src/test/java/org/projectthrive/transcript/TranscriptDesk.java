package org.projectthrive.transcript;

import java.nio.charset.StandardCharsets;

import org.projectthrive.study.Role;

import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Uploads and imports transcripts of a held session by its pages. */
record TranscriptDesk(MockMvcTester mvc, HeldSession session) {

	static final String FILE = """
			WEBVTT

			00:00:01.000 --> 00:00:06.000
			Test facilitator: Welcome, Maria and Grace. Which moments in your work give you joy?

			00:00:07.000 --> 00:00:20.000
			Maria Lopez: As Dr. O'Brien says, LOPEZ'S group, and Test Facilitator knows it.

			00:00:21.000 --> 00:00:25.000
			Gracie: Call me at 555-123-4567, Maria.

			00:00:27.500 --> 00:00:29.000
			Gracie: That is all.

			00:00:31.000 --> 00:00:40.000
			Test facilitator: What would let you feel more valued here?

			00:00:41.000 --> 00:00:50.000
			Maria Lopez: Time. Gracie knows.
			""";

	/** Uploads and returns the address of the preview. */
	String uploaded(String name, String content, Role role) {
		return String.valueOf(upload(name, content, role).getResponse().getRedirectedUrl());
	}

	MvcTestResult upload(String name, String content, Role role) {
		return this.mvc.post()
			.multipart()
			.uri(this.session.path())
			.file(new MockMultipartFile("file", name, "text/plain", content.getBytes(StandardCharsets.UTF_8)))
			.with(csrf())
			.with(this.session.study().as(role))
			.exchange();
	}

	MvcTestResult importAs(Role role, String preview, String... voices) {
		return this.mvc.post()
			.uri(preview)
			.param("voice", voices)
			.param("later", "true")
			.with(csrf())
			.with(this.session.study().as(role))
			.exchange();
	}

	void importFile() {
		String preview = uploaded("talk.vtt", FILE, Role.FACILITATOR);
		assertThat(importAs(Role.FACILITATOR, preview, this.session.moderator(), "participant:" + this.session.maria(),
				"participant:" + this.session.grace()))
			.hasStatus3xxRedirection();
	}

}
