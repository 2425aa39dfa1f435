package org.projectthrive.platform.error;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
		Visitor lead = Visitor.at(this.port);
		lead.signIn("lead@thrive.example");
		String token = Visitor.token(lead.get("/studies/new").body());
		String head = """
				--limit\r
				Content-Disposition: form-data; name="_csrf"\r
				\r
				%s\r
				--limit\r
				Content-Disposition: form-data; name="file"; filename="long.vtt"\r
				Content-Type: text/vtt\r
				\r
				""".formatted(token);
		HttpRequest upload = HttpRequest
			.newBuilder(URI.create(
					"http://localhost:" + this.port + "/studies/" + this.studies.demoId() + "/sessions/1/transcript"))
			.header("Cookie", "THRIVE=" + lead.session())
			.header("Accept", "text/html")
			.header("Content-Type", "multipart/form-data; boundary=limit")
			.POST(BodyPublishers.concat(BodyPublishers.ofString(head),
					BodyPublishers.ofByteArray(new byte[megabytes * 1024 * 1024]),
					BodyPublishers.ofString("\r\n--limit--\r\n")))
			.build();

		HttpResponse<String> answer = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.build()
			.send(upload, BodyHandlers.ofString());

		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("file-error", "larger than 20 MB");
	}

}
