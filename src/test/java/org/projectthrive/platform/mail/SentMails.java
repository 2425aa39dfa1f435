package org.projectthrive.platform.mail;

import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionOperations;

/** A mail server that keeps what the outbox sends. */
public final class SentMails implements AutoCloseable {

	private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

	private final MailJob job;

	public SentMails(JdbcClient jdbc, TransactionOperations transactions) {
		this.server.start();
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(this.server.getSmtp().getPort());
		this.job = new MailJob(jdbc, sender, transactions, "thrive@localhost");
	}

	/** Sends what waits and returns all mails that this recipient has got so far. */
	public List<MimeMessage> of(String recipient) {
		this.job.sendWaiting();
		return Arrays.stream(this.server.getReceivedMessages()).filter((mail) -> isTo(mail, recipient)).toList();
	}

	private static boolean isTo(MimeMessage mail, String recipient) {
		try {
			return mail.getRecipients(RecipientType.TO)[0].toString().equals(recipient);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
