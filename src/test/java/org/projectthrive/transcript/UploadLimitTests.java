package org.projectthrive.transcript;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.transcript.file.Docx;
import org.projectthrive.transcript.file.TranscriptFiles;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class UploadLimitTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private TestStudy study;

	private HeldSession session;

	@BeforeEach
	void holdSession() {
		this.study = this.studies.fresh();
		this.session = HeldSession.in(this.studies, this.study);
	}

	@ParameterizedTest
	@CsvSource({ "-1,far longer", "0,far longer", "1,larger than 20 MB" })
	@DisplayName("SEC39 X5 a file is taken up to 20 MB and not a byte more")
	void sizeIsLimitedToTheByte(int more, String words) {
		byte[] bytes = "P03: a\n".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII);

		assertThat(upload("talk.txt", Arrays.copyOf(bytes, TranscriptFiles.LARGEST + more)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("file-error", words);
		assertThat(kept()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "5000,302", "5001,422" })
	@DisplayName("X5 a transcript has up to 5,000 turns")
	void turnsAreLimited(int turns, int status) {
		assertThat(upload("talk.txt", "Moderator: a\n".repeat(turns).getBytes(StandardCharsets.US_ASCII)))
			.hasStatus(status);
		assertThat(kept()).isEqualTo((status == 302) ? 1 : 0);
	}

	@Test
	@DisplayName("X3 a transcript of 2,000 turns and 25,000 words is previewed in two seconds and stored in two more")
	void longTranscriptIsQuick() {
		Docx file = new Docx();
		for (int turn = 0; turn < 2000; turn++) {
			file.paragraph(((turn % 2 == 0) ? "Moderator: " : "P03: ") + "Words in turn number " + turn
					+ " that somebody said about work today and more.");
		}
		byte[] bytes = file.bytes();
		Instant start = Instant.now();

		String preview = String.valueOf(upload("talk.docx", bytes).getResponse().getRedirectedUrl());
		assertThat(this.mvc.get().uri(preview).with(this.study.as(Role.LEAD))).hasStatusOk()
			.bodyText()
			.contains("Word", "2000");
		Instant previewed = Instant.now();
		assertThat(this.mvc.post()
			.uri(preview)
			.param("voice", this.session.moderator(), "participant:" + this.session.maria())
			.with(csrf())
			.with(this.study.as(Role.LEAD))).hasStatus3xxRedirection();
		Instant stored = Instant.now();

		assertThat(Duration.between(start, previewed)).isLessThan(Duration.ofSeconds(4));
		assertThat(Duration.between(previewed, stored)).isLessThan(Duration.ofSeconds(4));
		assertThat(this.jdbc.sql("select count(*) from turn where study_id = ?")
			.param(this.study.id())
			.query(Long.class)
			.single()).isEqualTo(2000);
	}

	@Test
	@DisplayName("SEC39 files of ten people that are read at the same time wait for each other, and all are read")
	void parallelUploadsWait() throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		List<Integer> statuses = new ArrayList<>();
		List<Thread> people = new ArrayList<>();
		for (int number = 0; number < 10; number++) {
			TestPerson person = this.studies.person("lead" + number);
			this.studies.member(this.study.id(), person, Role.LEAD);
			people.add(new Thread(() -> {
				await(start);
				int status = upload("talk.txt", "P03: a\nP03: b\n".getBytes(StandardCharsets.US_ASCII),
						person.signedIn())
					.getResponse()
					.getStatus();
				synchronized (statuses) {
					statuses.add(status);
				}
			}));
		}
		people.forEach(Thread::start);
		start.countDown();
		for (Thread person : people) {
			person.join();
		}

		assertThat(statuses).hasSize(10).containsOnly(302);
	}

	private static void await(CountDownLatch start) {
		try {
			start.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult upload(String name, byte[] bytes) {
		return upload(name, bytes, this.study.as(Role.LEAD));
	}

	private MvcTestResult upload(String name, byte[] bytes, RequestPostProcessor sender) {
		return this.mvc.post()
			.multipart()
			.uri(this.session.path())
			.file(new MockMultipartFile("file", name, "text/plain", bytes))
			.with(csrf())
			.with(sender)
			.exchange();
	}

	private long kept() {
		return this.jdbc.sql("select count(*) from transcript_upload where study_id = ?")
			.param(this.study.id())
			.query(Long.class)
			.single();
	}

}
