package org.projectthrive.platform.error;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class TooLargeTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestStudies studies;

	@ParameterizedTest(name = "FLT5 an upload of {0} MB is refused in words and not by a broken connection")
	@ValueSource(ints = { 21, 30, 60 })
	void tooLargeUploadIsToldSo(int megabytes) throws IOException, InterruptedException {
		HttpResponse<String> answer = upload("long.vtt", new byte[megabytes * 1024 * 1024]);

		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("id=\"file-error\"", "20 MB");
	}

	@Test
	@DisplayName("SEC38 X5 a file name that no computer has is refused, and no log quotes it")
	void senselessFileNamesAreRefused() throws IOException, InterruptedException {
		ListAppender<ILoggingEvent> logged = new ListAppender<>();
		logged.start();
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		root.addAppender(logged);
		HttpResponse<String> answer = upload("Ignatius.txt\0.exe", "P01: a\nP01: b\n".getBytes(StandardCharsets.UTF_8));
		root.detachAppender(logged);

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("makes no sense").doesNotContain("Ignatius");
		assertThat(logged.list).extracting((event) -> event.getFormattedMessage() + event.getThrowableProxy())
			.noneMatch((line) -> line.contains("Ignatius"));
	}

	private HttpResponse<String> upload(String fileName, byte[] content) throws IOException, InterruptedException {
		Visitor lead = Visitor.at(this.port);
		lead.signIn("lead@thrive.example");
		String token = Visitor.token(lead.get("/studies/new").body());
		String head = """
				--limit\r
				Content-Disposition: form-data; name="_csrf"\r
				\r
				%s\r
				--limit\r
				Content-Disposition: form-data; name="file"; filename="%s"\r
				Content-Type: text/vtt\r
				\r
				""".formatted(token, fileName);
		HttpRequest upload = HttpRequest
			.newBuilder(URI.create(
					"http://localhost:" + this.port + "/studies/" + this.studies.demoId() + "/sessions/1/transcript"))
			.header("Cookie", "THRIVE=" + lead.session())
			.header("X-CSRF-TOKEN", token)
			.header("Accept", "text/html")
			.header("Content-Type", "multipart/form-data; boundary=limit")
			.POST(BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofByteArray(content),
					BodyPublishers.ofString("\r\n--limit--\r\n")))
			.build();

		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.build()
			.send(upload, BodyHandlers.ofString());
	}

}
