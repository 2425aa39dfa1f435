package org.projectthrive.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.account.OneTimeLinks.Purpose;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Makes accounts, lets people join by a one-time link, and ends accounts. */
@Service
@Transactional(readOnly = true)
public class AccountService {

	private static final Logger log = LoggerFactory.getLogger(AccountService.class);

	private static final Duration JOIN_WITHIN = Duration.ofDays(14);

	private static final Duration SET_UP_WITHIN = Duration.ofDays(1);

	private final PersonRepository people;

	private final OneTimeLinks links;

	private final PasswordEncoder passwords;

	private final FindByIndexNameSessionRepository<?> sessions;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	private final Clock clock;

	AccountService(PersonRepository people, OneTimeLinks links, PasswordEncoder passwords,
			FindByIndexNameSessionRepository<?> sessions, ApplicationEventPublisher events, AuditLog audit,
			Clock clock) {
		this.people = people;
		this.links = links;
		this.passwords = passwords;
		this.sessions = sessions;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	public Person get(Long personId) {
		return this.people.findById(personId).orElseThrow(() -> new NotFound("person " + personId));
	}

	/** The person, who is invited and joins by one transaction at a time. */
	@Transactional
	public Person lock(Long personId) {
		return this.people.lock(personId).orElseThrow(() -> new NotFound("person " + personId));
	}

	/** The person with the address, made when there is none yet. */
	@Transactional
	public Person invited(String email, String name) {
		String address = Person.normalised(email);
		this.people.addIfUnknown(address, name.strip(), this.clock.instant());
		return this.people.findByEmail(address).orElseThrow();
	}

	/**
	 * A one-time token by which a person who has not joined yet chooses a password; any
	 * earlier one ends.
	 */
	@Transactional
	public String joinToken(Long personId) {
		return this.links.issue(Purpose.JOIN, personId, JOIN_WITHIN);
	}

	Optional<Person> findByJoinToken(String token) {
		return this.links.find(Purpose.JOIN, token)
			.map(OneTimeLinks.Link::personId)
			.flatMap(this.people::findById)
			.filter((person) -> !person.isDisabled() && !person.hasJoined());
	}

	@Transactional
	Person join(String token, String password) {
		Person person = findByJoinToken(token).orElseThrow(() -> new NotFound("link"));
		if (!this.links.use(Purpose.JOIN, token)) {
			throw new NotFound("link");
		}
		person.join(hash(password));
		this.audit.record(null, "account.joined", person.id());
		return person;
	}

	boolean needsSetup() {
		return !this.people.existsByAdministratorTrue();
	}

	@Transactional
	String setupToken() {
		return this.links.issue(Purpose.SETUP, null, SET_UP_WITHIN);
	}

	boolean isSetupToken(String token) {
		return needsSetup() && this.links.find(Purpose.SETUP, token).isPresent();
	}

	@Transactional
	Person setUp(String token, String email, String name, String password) {
		this.people.lockSetup();
		if (!needsSetup() || !this.links.use(Purpose.SETUP, token)) {
			throw new NotFound("link");
		}
		Person person = invited(email, name);
		person.join(hash(password));
		person.makeAdministrator();
		this.audit.record(null, "account.administrator.set.up", person.id());
		log.info("The first administrator is person {}", person.id());
		return person;
	}

	/** The first five hundred people's names by id, in the order of the names. */
	public Map<Long, String> names() {
		Map<Long, String> names = new LinkedHashMap<>();
		this.people.firstFiveHundred()
			.stream()
			.sorted(Comparator.comparing(Person::name))
			.forEach((person) -> names.put(person.id(), person.name()));
		return names;
	}

	/** Those whose name or address has the words in it. */
	List<Person> find(String words, int most) {
		String literal = words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
		return this.people.like("%" + literal + "%", most);
	}

	/** Ends an account: its sessions stop at once, what the person wrote stays. */
	@Transactional
	void disable(Long personId, Long administratorId) {
		if (personId.equals(administratorId)) {
			throw new RuleViolation("account.disable.self");
		}
		get(personId).disable(this.clock.instant());
		this.audit.record(null, "account.disabled", personId);
		this.events.publishEvent(new SignedOutEverywhere(personId));
	}

	/** After the commit: a sign-in until then would have left a new session. */
	@TransactionalEventListener
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	void endSessions(SignedOutEverywhere person) {
		this.sessions.findByPrincipalName(person.personId().toString()).keySet().forEach(this.sessions::deleteById);
	}

	@Transactional
	void enable(Long personId) {
		get(personId).enable();
		this.audit.record(null, "account.enabled", personId);
	}

	/** Whatever is signed in as this person ends. */
	record SignedOutEverywhere(Long personId) {
	}

	private String hash(String password) {
		return String.valueOf(this.passwords.encode(password));
	}

}
