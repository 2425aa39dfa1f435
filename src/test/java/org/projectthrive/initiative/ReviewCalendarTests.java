package org.projectthrive.initiative;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.mail.SentMails;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The reviews of initiatives as they arrive in calendars. */
@ThriveTest
class ReviewCalendarTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transactions;

	private SentMails mails;

	private TestStudy study;

	private Long winner;

	private String owner;

	private String sponsor;

	@BeforeEach
	void prepare() {
		this.mails = new SentMails(this.jdbc, this.transactions);
		this.study = this.studies.fresh();
		this.winner = Winners.of(this.studies, this.study);
		this.owner = email(Role.LEADER);
		this.sponsor = "sponsor." + this.study.id() + "@thrive.example";
	}

	@AfterEach
	void stop() {
		this.mails.close();
	}

	@Test
	@DisplayName("K1 the three reviews arrive as calendar entries, with the owner and the sponsor, each named alone")
	void reviewsArriveInCalendars() throws Exception {
		begin();

		List<Entry> owners = entries(this.owner);

		assertThat(owners).hasSize(3).allSatisfy((entry) -> {
			assertThat(entry.mimeMethod()).isEqualTo("REQUEST").isEqualTo(entry.method());
			assertThat(entry.sequence()).isZero();
			assertThat(entry.attendees()).containsExactly("mailto:" + this.owner);
			assertThat(entry.subject()).isEqualTo("A review for your calendar").doesNotContain("coaching");
			assertThat(entry.text()).contains("VERSION:2.0", "ORGANIZER:mailto:thrive@localhost", "STATUS:CONFIRMED")
				.doesNotContain("Offer coaching", "TZID");
		});
		assertThat(owners).extracting(Entry::start).containsExactly(morning(30), morning(60), morning(90));
		assertThat(owners).extracting(Entry::uid).doesNotHaveDuplicates();
		assertThat(entries(this.sponsor)).extracting(Entry::uid).isEqualTo(uids(owners));
		assertThat(entries(this.sponsor))
			.allSatisfy((entry) -> assertThat(entry.attendees()).containsExactly("mailto:" + this.sponsor));
	}

	@Test
	@DisplayName("K1 nothing is sent twice, and nothing when only words change")
	void nothingIsSentTwice() throws Exception {
		Long initiative = begin();
		entries(this.owner);

		assertThat(change(initiative, Role.LEADER, "Other words")).hasStatus3xxRedirection();

		assertThat(entries(this.owner)).hasSize(3);
	}

	@Test
	@DisplayName("K1 a review that moves is sent again under its uid, with a higher sequence")
	void movedReviewIsSentAgain() throws Exception {
		Long initiative = begin();
		Entry before = entries(this.owner).get(0);

		assertThat(
				post(initiative, "/reviews/" + review(initiative, 0) + "/day", "day", today().plusDays(33).toString()))
			.hasStatus3xxRedirection();

		List<Entry> after = entries(this.owner);
		assertThat(after).hasSize(4);
		assertThat(after.get(3).uid()).isEqualTo(before.uid());
		assertThat(after.get(3).sequence()).isEqualTo(1);
		assertThat(after.get(3).method()).isEqualTo("REQUEST");
		assertThat(after.get(3).start()).isEqualTo(morning(33));
		assertThat(
				post(initiative, "/reviews/" + review(initiative, 0) + "/day", "day", today().minusDays(1).toString()))
			.hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("K1 a new owner is asked and the former one's entries are called off; the sponsor hears nothing")
	void newOwner() throws Exception {
		Long initiative = begin();
		List<Entry> before = entries(this.owner);

		assertThat(change(initiative, Role.ANALYST, "Offer coaching")).hasStatus3xxRedirection();

		List<Entry> former = entries(this.owner);
		assertThat(former).hasSize(6);
		assertThat(former.subList(3, 6)).allSatisfy((entry) -> {
			assertThat(entry.mimeMethod()).isEqualTo("CANCEL").isEqualTo(entry.method());
			assertThat(entry.sequence()).isEqualTo(1);
			assertThat(entry.text()).contains("STATUS:CANCELLED");
		}).extracting(Entry::uid).isEqualTo(uids(before));
		assertThat(entries(email(Role.ANALYST))).extracting(Entry::uid).isEqualTo(uids(before));
		assertThat(entries(this.sponsor)).hasSize(3);
	}

	@Test
	@DisplayName("K1 when the initiative is withdrawn or done, the reviews to come are called off; taken up, they return")
	void withdrawnAndDone() throws Exception {
		Long initiative = begin();
		entries(this.owner);

		assertThat(post(initiative, "/withdrawal", "reason", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post(initiative, "/withdrawal", "reason", "No room")).hasStatus3xxRedirection();
		assertThat(entries(this.owner)).hasSize(6).last().extracting(Entry::method).isEqualTo("CANCEL");

		assertThat(post(initiative, "/resumption", "none", "")).hasStatus3xxRedirection();
		assertThat(entries(this.owner)).hasSize(9).last().satisfies((entry) -> {
			assertThat(entry.method()).isEqualTo("REQUEST");
			assertThat(entry.sequence()).isEqualTo(2);
		});

		assertThat(post(initiative, "/reviews/" + review(initiative, 0), "status", "DONE")).hasStatus3xxRedirection();
		assertThat(entries(this.owner)).hasSize(11);
		assertThat(entries(this.owner).subList(9, 11)).extracting(Entry::method).containsOnly("CANCEL");
	}

	@Test
	@DisplayName("K1 a change that fails leaves no mail")
	void failedChangeSendsNothing() throws Exception {
		Long initiative = begin();
		entries(this.owner);

		assertThat(post(initiative, "", "title", "Stale")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.mvc.post()
			.uri(path(initiative, ""))
			.param("title", "Stale")
			.param("ownerId", this.study.memberId(Role.ANALYST).toString())
			.param("firstStep", "Ask")
			.param("firstStepDue", today().plusDays(7).toString())
			.param("version", "99")
			.with(csrf())
			.with(this.study.as(Role.LEAD))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("value=\"Stale\"", "Saved now:", "Offer coaching");

		assertThat(entries(this.owner)).hasSize(3);
	}

	private Long begin() {
		this.mvc.post()
			.uri(this.study.path("/initiatives"))
			.param("idea", this.winner.toString())
			.param("title", "Offer coaching")
			.param("ownerId", this.study.memberId(Role.LEADER).toString())
			.param("sponsorEmail", this.sponsor.toUpperCase(Locale.ROOT))
			.param("firstStep", "Ask three coaches")
			.param("firstStepDue", today().plusDays(7).toString())
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();
		return this.studies.insert("select id from initiative where study_id = ?", this.study.id());
	}

	private MvcTestResult change(Long initiative, Role owner, String title) {
		return this.mvc.post()
			.uri(path(initiative, ""))
			.param("title", title)
			.param("ownerId", this.study.memberId(owner).toString())
			.param("sponsorEmail", this.sponsor)
			.param("firstStep", "Ask three coaches")
			.param("firstStepDue", today().plusDays(7).toString())
			.param("version", this.studies.insert("select version from initiative where id = ?", initiative).toString())
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();
	}

	private MvcTestResult post(Long initiative, String path, String name, String value) {
		return this.mvc.post()
			.uri(path(initiative, path))
			.param(name, value)
			.with(csrf())
			.with(this.study.as(Role.LEAD))
			.exchange();
	}

	private String path(Long initiative, String path) {
		return this.study.path("/initiatives/" + initiative + path);
	}

	private Long review(Long initiative, int index) {
		return this.studies.insert(
				"select id from initiative_review where initiative_id = ? order by after_days offset ? limit 1",
				initiative, index);
	}

	private String email(Role role) {
		return this.jdbc.sql("select email from person where id = ?")
			.param(this.study.person(role).id())
			.query(String.class)
			.single();
	}

	private List<Entry> entries(String recipient) throws Exception {
		List<Entry> entries = new ArrayList<>();
		for (MimeMessage mail : this.mails.of(recipient)) {
			entries.add(Entry.of(mail));
		}
		return entries;
	}

	private static List<String> uids(List<Entry> entries) {
		return entries.stream().map(Entry::uid).toList();
	}

	private static LocalDate today() {
		return LocalDate.now(ZoneOffset.UTC);
	}

	private static Instant morning(int days) {
		return today().plusDays(days).atTime(9, 0).toInstant(ZoneOffset.UTC);
	}

	/** A calendar entry as it was received. */
	record Entry(String subject, String mimeMethod, String method, String uid, int sequence, Instant start,
			List<String> attendees, String text) {

		static Entry of(MimeMessage mail) throws Exception {
			BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(1);
			Calendar calendar = parsed(part);
			VEvent event = calendar.<VEvent>getComponents().get(0);
			return new Entry(mail.getSubject(), new ContentType(part.getContentType()).getParameter("method"),
					calendar.getProperty("METHOD").orElseThrow().getValue(), value(event, "UID"),
					Integer.parseInt(value(event, "SEQUENCE")), instant(value(event, "DTSTART")),
					event.getProperties("ATTENDEE").stream().map(Property::getValue).toList(),
					new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}

		private static Calendar parsed(BodyPart part) throws Exception {
			try (InputStream text = part.getInputStream()) {
				return new CalendarBuilder().build(text);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private static String value(VEvent event, String name) {
			return event.getProperty(name).orElseThrow().getValue();
		}

		private static Instant instant(String utc) {
			return LocalDateTime.parse(utc, DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"))
				.toInstant(ZoneOffset.UTC);
		}

	}

}
