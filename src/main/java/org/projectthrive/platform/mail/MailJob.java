package org.projectthrive.platform.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends the waiting mails when a mail server is set. A mail is locked while it is sent
 * and its text is forgotten after, since it may hold a one-time link.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
class MailJob {

	private static final Logger log = LoggerFactory.getLogger(MailJob.class);

	private static final int MOST_ATTEMPTS = 20;

	private final JdbcClient jdbc;

	private final JavaMailSender sender;

	private final TransactionOperations transactions;

	private final String from;

	MailJob(JdbcClient jdbc, JavaMailSender sender, TransactionOperations transactions,
			@Value("${thrive.mail.from}") String from) {
		this.jdbc = jdbc;
		this.sender = sender;
		this.transactions = transactions;
		this.from = from;
	}

	@Bean
	Task<Void> sendMails() {
		return Tasks.recurring("send-mails", FixedDelay.of(Duration.ofSeconds(5)))
			.execute((instance, context) -> sendWaiting());
	}

	void sendWaiting() {
		boolean more = true;
		while (more) {
			more = Boolean.TRUE.equals(this.transactions.execute((status) -> sendNext()));
		}
	}

	private boolean sendNext() {
		Optional<Mail> next = this.jdbc
			.sql("""
					select id, recipient, subject, body, calendar, calendar_method from mail_outbox
					where sent_at is null and attempts < ? and (attempts = 0 or created_at + attempts * interval '1 minute' < now())
					order by id limit 1 for update skip locked""")
			.param(MOST_ATTEMPTS)
			.query(Mail.class)
			.optional();
		next.ifPresent(this::send);
		return next.isPresent();
	}

	private void send(Mail mail) {
		try {
			this.sender.send(message(mail));
			this.jdbc.sql("""
					update mail_outbox set sent_at = now(), body = null, calendar = null, attempts = attempts + 1
					where id = ?""").param(mail.id()).update();
		}
		catch (MailException | MessagingException ex) {
			log.warn("Mail {} could not be sent, it is tried again: {}", mail.id(), ex.getClass().getSimpleName());
			this.jdbc.sql("update mail_outbox set attempts = attempts + 1 where id = ?").param(mail.id()).update();
		}
	}

	private MimeMessage message(Mail mail) throws MessagingException {
		MimeMessage message = this.sender.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
		helper.setFrom(this.from);
		helper.setTo(mail.recipient());
		helper.setSubject(mail.subject());
		if (mail.calendar() != null) {
			message.setContent(withCalendar(mail.body(), mail.calendar(), String.valueOf(mail.calendarMethod())));
		}
		else {
			helper.setText(mail.body());
		}
		return message;
	}

	/** Outlook and Google want the method in the MIME type, too. */
	private static MimeMultipart withCalendar(String words, String calendar, String method) throws MessagingException {
		MimeBodyPart text = new MimeBodyPart();
		text.setText(words, StandardCharsets.UTF_8.name());
		MimeBodyPart entry = new MimeBodyPart();
		entry.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar.getBytes(StandardCharsets.UTF_8),
				"text/calendar; method=" + method + "; charset=UTF-8")));
		MimeMultipart both = new MimeMultipart("alternative");
		both.addBodyPart(text);
		both.addBodyPart(entry);
		return both;
	}

	private record Mail(Long id, String recipient, String subject, String body, @Nullable String calendar,
			@Nullable String calendarMethod) {
	}

}
