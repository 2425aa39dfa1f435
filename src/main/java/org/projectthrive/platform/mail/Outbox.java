package org.projectthrive.platform.mail;

import java.time.Clock;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails wait here, written in the transaction of what they tell of; {@link MailJob} sends
 * each of them once.
 */
@Component
public class Outbox {

	private final JdbcClient jdbc;

	private final String organizer;

	private final Clock clock;

	private final boolean emptied;

	Outbox(JdbcClient jdbc, @Value("${thrive.mail.from}") String from, ObjectProvider<JavaMailSender> sender,
			Clock clock) throws AddressException {
		this.emptied = sender.getIfAvailable() != null;
		this.jdbc = jdbc;
		this.organizer = new InternetAddress(from).getAddress();
		this.clock = clock;
	}

	/** Whether this server is set up to send what lies here. */
	public boolean isEmptied() {
		return this.emptied;
	}

	/**
	 * Adds a mail, unless one of the same kind and sequence about the same thing waits
	 * for this recipient already.
	 * @param about what the mail is about: {@code member:7}
	 * @param sequence counts the versions of what it tells; 0 for the first
	 * @param subject neutral: no study topic, no name of a participant
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(@Nullable Long studyId, String about, String recipient, String kind, int sequence, String subject,
			String body) {
		this.jdbc.sql("""
				insert into mail_outbox (study_id, about, recipient, kind, sequence, subject, body)
				values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.param(studyId)
			.params(about, recipient, kind, sequence, subject, body)
			.update();
	}

	/** Adds one more mail of its kind, however soon after the one before. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void addAnother(@Nullable Long studyId, String about, String recipient, String kind, String subject,
			String body) {
		int number = this.jdbc.sql("select nextval('mail_number')::int").query(Integer.class).single();
		add(studyId, about, recipient, kind, number, subject, body);
	}

	/**
	 * Adds a mail with a calendar entry, unless the same sequence of it waits for its
	 * attendee already.
	 * @param about what the entry stands for: {@code review:7}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(@Nullable Long studyId, String about, CalendarEntry entry, String subject, String body) {
		this.jdbc
			.sql("""
					insert into mail_outbox (study_id, about, recipient, kind, sequence, subject, body, calendar, calendar_method)
					values (?, ?, ?, 'calendar', ?, ?, ?, ?, ?) on conflict do nothing""")
			.param(studyId)
			.params(about, entry.attendee(), entry.sequence(), subject, body,
					CalendarText.of(entry, this.organizer, this.clock.instant()), entry.method())
			.update();
	}

}
