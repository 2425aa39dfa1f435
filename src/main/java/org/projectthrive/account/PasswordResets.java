package org.projectthrive.account;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.account.AccountService.SignedOutEverywhere;
import org.projectthrive.account.OneTimeLinks.Purpose;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.mail.Outbox;
import org.projectthrive.platform.web.HomeAddress;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * New passwords for who has forgotten the old one: by a link that works once and goes to
 * the person's own address, never to anybody else's screen.
 */
@Service
class PasswordResets {

	private static final Logger log = LoggerFactory.getLogger(PasswordResets.class);

	private static final Duration WITHIN = Duration.ofHours(1);

	/** Nobody's mailbox is filled by others who ask again and again. */
	private static final int MOST_AT_ONCE = 3;

	private final PersonRepository people;

	private final OneTimeLinks links;

	private final PasswordEncoder passwords;

	private final Outbox outbox;

	private final HomeAddress home;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	PasswordResets(PersonRepository people, OneTimeLinks links, PasswordEncoder passwords, Outbox outbox,
			HomeAddress home, ApplicationEventPublisher events, AuditLog audit) {
		this.people = people;
		this.links = links;
		this.passwords = passwords;
		this.outbox = outbox;
		this.home = home;
		this.events = events;
		this.audit = audit;
	}

	/**
	 * Mails a link, if the address is that of somebody who may sign in. The link begins
	 * with this server's own address: whoever asks is not known, and their request may
	 * name any host. Earlier links go on working, or others could end them by asking
	 * again.
	 */
	@Transactional
	void offer(String email) {
		Optional<Person> found = this.people.findByEmail(Person.normalised(email)).filter(PasswordResets::maySignIn);
		if (found.isEmpty()) {
			return;
		}
		Person person = this.people.lock(found.get().id()).orElseThrow();
		if (this.links.count(Purpose.RESET, person.id()) >= MOST_AT_ONCE) {
			return;
		}
		String link = this.home.of("/reset/" + this.links.add(Purpose.RESET, person.id(), WITHIN));
		this.outbox.addAnother(null, "person:" + person.id(), person.email(), "reset", "A new password for Thrive",
				"Somebody, most likely you, has asked for a new password for your account on Thrive.\n\n"
						+ "Choose it here, within an hour:\n" + link
						+ "\n\nIf it was not you, leave this mail alone: your password stays what it is.\n");
		log.info("A link for a new password was mailed to person {}", person.id());
	}

	/** Whose link it is, while it works. */
	Person person(String token) {
		return this.links.find(Purpose.RESET, token)
			.map(OneTimeLinks.Link::personId)
			.flatMap(this.people::findById)
			.filter(PasswordResets::maySignIn)
			.orElseThrow(() -> new NotFound("link"));
	}

	/** Sets the new password and ends whatever is signed in with the old one. */
	@Transactional
	void reset(String token, String password) {
		Person person = this.people.lock(person(token).id()).orElseThrow();
		if (!this.links.use(Purpose.RESET, token)) {
			throw new NotFound("link");
		}
		this.links.end(Purpose.RESET, person.id());
		person.changePassword(String.valueOf(this.passwords.encode(password)));
		this.audit.record(null, "account.password.reset", person.id());
		this.events.publishEvent(new SignedOutEverywhere(person.id()));
	}

	private static boolean maySignIn(Person person) {
		return person.hasJoined() && !person.isDisabled();
	}

}
