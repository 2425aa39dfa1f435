package org.projectthrive.platform.mail;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
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

	Outbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
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

}
