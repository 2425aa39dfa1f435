package org.projectthrive.platform.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Forms with files, of which most never comes. */
@ThriveTest
class UploadsTests {

	private static final int MANY = 17;

	private static final int TOO_MUCH = 30_000_000;

	private static final int PATIENCE_MILLIS = 5_000;

	@LocalServerPort
	private int port;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private final List<Socket> sockets = new ArrayList<>();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@AfterEach
	void hangUp() throws IOException {
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	@Test
	@DisplayName("SEC39 for a form with files of somebody who is not signed in nobody waits, however many there are")
	void anonymousBodiesAreNotAwaited() throws IOException {
		for (int one = 0; one < MANY; one++) {
			assertThat(status(begin("/login", "", 1000))).as("sent to the sign-in page").isEqualTo(302);
		}
	}

	@Test
	@DisplayName("SEC39 of one person two files are received at a time; the next is told to come again, others send theirs")
	void onlySoManyAreReceivedAtATime() throws IOException {
		String login = login();
		for (int one = 0; one < UploadPlaces.OF_ONE_PERSON; one++) {
			begin(upload(), login, 1000);
		}

		await().untilAsserted(() -> assertThat(status(begin(upload(), login, 1000))).isEqualTo(503));
		assertThat(whole(login("facilitator"))).as("is read, and its token missed").isEqualTo(403);

		hangUp();
		await().untilAsserted(() -> assertThat(whole(login)).isEqualTo(403));
	}

	@Test
	@DisplayName("SEC39 a form with files that does not say how long it is is not received")
	void lengthIsRequired() throws IOException {
		assertThat(status(begin(upload(), login(), "Transfer-Encoding: chunked"))).isEqualTo(411);
	}

	@Test
	@DisplayName("SEC24 a form too large to be read, and so without its token, changes nothing")
	void formsTooLargeChangeNothing() throws IOException {
		String login = login();
		Long study = this.studies.demoId();
		long before = events(study);

		assertThat(status(begin("/studies/" + study + "/names/removal", login, TOO_MUCH))).isEqualTo(413);
		assertThat(status(begin("/logout", login, TOO_MUCH))).isEqualTo(403);

		assertThat(events(study)).isEqualTo(before);
		assertThat(status(begin("/studies/" + study + "/names/removal", login, TOO_MUCH))).as("still signed in")
			.isEqualTo(413);
	}

	@Test
	@DisplayName("SEC48 what scripts send is limited, too, and must say how much it is")
	void jsonIsLimited() {
		Visitor lead = Visitor.at(this.port);
		lead.signIn("lead@thrive.example");
		String token = Visitor.token(lead.get("/studies/new").body());
		String note = "/studies/" + this.studies.demoId() + "/sessions/1/notes/" + UUID.randomUUID();
		String words = "{\"text\":\"" + "x".repeat(1_000_000) + "\"}";

		assertThat(put(lead, note, token, BodyPublishers.ofString(words))).isEqualTo(413);
		assertThat(put(lead, note, token, BodyPublishers.ofInputStream(InputStream::nullInputStream))).isEqualTo(413);
		assertThat(put(lead, note, token, BodyPublishers.ofString("{}"))).isNotEqualTo(413);
		assertThat(put(lead, note, token, BodyPublishers.ofString(words), "application/vnd.note+json")).isEqualTo(413);
		assertThat(put(lead, note, token, BodyPublishers.ofString(words), "Application/JSON")).isEqualTo(413);
	}

	private int put(Visitor visitor, String path, String token, BodyPublisher body) {
		return put(visitor, path, token, body, "application/json");
	}

	private int put(Visitor visitor, String path, String token, BodyPublisher body, String type) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Cookie", "THRIVE=" + visitor.session())
			.header("X-CSRF-TOKEN", token)
			.header("Accept", "application/json")
			.header("Content-Type", type)
			.PUT(body)
			.build();
		try {
			return this.client.send(request, BodyHandlers.discarding()).statusCode();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String upload() {
		return "/studies/" + this.studies.demoId() + "/sessions/1/transcript";
	}

	/** Sends a form without anything in it, to its end. */
	private int whole(String login) throws IOException {
		Socket full = begin(upload(), login, 12);
		full.getOutputStream().write("--limit--\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		return status(full);
	}

	private String login() {
		return login("lead");
	}

	private String login(String account) {
		Visitor visitor = Visitor.at(this.port);
		visitor.signIn(account + "@thrive.example");
		return visitor.session();
	}

	private long events(Long study) {
		return this.jdbc.sql("select count(*) from audit_event where study_id = ?")
			.param(study)
			.query(Long.class)
			.single();
	}

	/** Sends the head of a form, and nothing of its body. */
	private Socket begin(String path, String login, int length) throws IOException {
		return begin(path, login, "Content-Length: " + length);
	}

	private Socket begin(String path, String login, String length) throws IOException {
		Socket socket = new Socket("localhost", this.port);
		socket.setSoTimeout(PATIENCE_MILLIS);
		this.sockets.add(socket);
		String head = """
				POST %s HTTP/1.1\r
				Host: localhost:%d\r
				Cookie: THRIVE=%s\r
				Accept: text/html\r
				Content-Type: multipart/form-data; boundary=limit\r
				%s\r
				\r
				""".formatted(path, this.port, login, length);
		socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static int status(Socket socket) throws IOException {
		String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
			.readLine();
		return Integer.parseInt(line.split(" ", -1)[1]);
	}

}
