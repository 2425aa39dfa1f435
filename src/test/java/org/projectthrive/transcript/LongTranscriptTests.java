package org.projectthrive.transcript;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.transcript.file.Docx;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class LongTranscriptTests {

	private static final int TURNS = 2000;

	private static final String SAID = "I think, Maria, that the in-basket %d takes more than it gives to all of us.";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	private final Map<String, String> took = new TreeMap<>();

	@ParameterizedTest
	@ValueSource(strings = { "talk.vtt", "talk.docx" })
	@DisplayName("X3 a talk of 2,000 turns is uploaded, looked at, imported and read whole; what each took is reported")
	void longTalksAreImported(String name, TestReporter reporter) {
		HeldSession session = HeldSession.in(this.studies, this.studies.fresh());
		TranscriptDesk desk = new TranscriptDesk(this.mvc, session);
		byte[] file = name.endsWith(".vtt") ? webVtt() : word();

		String preview = String
			.valueOf(timed("1 upload", () -> upload(session, name, file)).getResponse().getRedirectedUrl());
		MvcTestResult looked = timed("2 preview", () -> read(session, preview));
		assertThat(looked).hasStatusOk();
		assertThat(
				timed("3 import",
						() -> desk.importAs(Role.FACILITATOR, preview, session.moderator(),
								"participant:" + session.maria(), "participant:" + session.grace())))
			.hasStatus3xxRedirection();
		MvcTestResult reading = timed("4 reading", () -> read(session, session.path()));

		String page = new String(reading.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		this.took.put("5 page, KB", String.valueOf(reading.getResponse().getContentAsByteArray().length / 1024));
		reporter.publishEntry(this.took);
		assertThat(page.split("class=\"turn[ \"]", -1)).hasSize(TURNS + 1);
		assertThat(page).contains("I think, P03, that the in-basket 1999 takes").doesNotContain("Maria");
	}

	private <T> T timed(String what, Supplier<T> step) {
		long start = System.nanoTime();
		T result = step.get();
		this.took.put(what + ", ms", String.valueOf((System.nanoTime() - start) / 1_000_000));
		return result;
	}

	private MvcTestResult upload(HeldSession session, String name, byte[] file) {
		return this.mvc.post()
			.multipart()
			.uri(session.path())
			.file(new MockMultipartFile("file", name, "text/plain", file))
			.with(csrf())
			.with(session.study().as(Role.FACILITATOR))
			.exchange();
	}

	private MvcTestResult read(HeldSession session, String path) {
		return this.mvc.get().uri(path).with(session.study().as(Role.FACILITATOR)).exchange();
	}

	private static String speaker(int turn) {
		return new String[] { "Test facilitator", "Maria Lopez", "Grace O'Brien" }[turn % 3];
	}

	private static byte[] webVtt() {
		StringBuilder file = new StringBuilder("WEBVTT\n\n");
		for (int turn = 0; turn < TURNS; turn++) {
			file.append(String.format(Locale.ROOT, "00:%02d:%02d.000 --> 00:%02d:%02d.900\n%s: %s\n\n", turn / 40,
					turn % 40, turn / 40, turn % 40, speaker(turn), SAID.formatted(turn)));
		}
		return file.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] word() {
		Docx file = new Docx();
		for (int turn = 0; turn < TURNS; turn++) {
			file.paragraph(speaker(turn) + ": " + SAID.formatted(turn));
		}
		return file.bytes();
	}

}
