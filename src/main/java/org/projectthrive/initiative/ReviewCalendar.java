package org.projectthrive.initiative;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.projectthrive.account.AccountService;
import org.projectthrive.platform.mail.CalendarEntry;
import org.projectthrive.platform.mail.Outbox;
import org.projectthrive.platform.web.HomeAddress;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.team.TeamMember;
import org.projectthrive.team.TeamService;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the reviews of an initiative in the calendars of its owner and its sponsor: asks,
 * asks again when a day moves, and takes back what no longer stands. What a calendar was
 * told is remembered, so that nothing is sent that it knows already.
 */
@Component
class ReviewCalendar {

	private static final LocalTime IN_THE_MORNING = LocalTime.of(9, 0);

	private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

	private final TeamService team;

	private final AccountService accounts;

	private final Sessions sessions;

	private final Outbox outbox;

	private final HomeAddress home;

	private final JdbcClient jdbc;

	ReviewCalendar(TeamService team, AccountService accounts, Sessions sessions, Outbox outbox, HomeAddress home,
			JdbcClient jdbc) {
		this.team = team;
		this.accounts = accounts;
		this.sessions = sessions;
		this.outbox = outbox;
		this.home = home;
		this.jdbc = jdbc;
	}

	/** Tells what has changed, in the transaction of the change. */
	@Transactional(propagation = Propagation.MANDATORY)
	void update(Initiative initiative) {
		Set<String> wanted = initiative.isUnderWay() ? recipients(initiative) : Set.of();
		ZoneId zone = zone(initiative.studyId());
		initiative.reviews().stream().filter((review) -> !review.isHeld()).forEach((review) -> {
			Map<String, Told> told = told(review);
			told.keySet()
				.stream()
				.filter((recipient) -> !wanted.contains(recipient))
				.forEach((recipient) -> tell(initiative, review, recipient, told, true, zone));
			wanted.forEach((recipient) -> tell(initiative, review, recipient, told, false, zone));
		});
	}

	private void tell(Initiative initiative, Review review, String recipient, Map<String, Told> told, boolean cancelled,
			ZoneId zone) {
		Told before = told.get(recipient);
		if (before != null && before.cancelled() == cancelled && (cancelled || before.dueOn().equals(review.dueOn()))) {
			return;
		}
		int sequence = (before != null) ? before.sequence() + 1 : 0;
		LocalDate day = (cancelled && before != null) ? before.dueOn() : review.dueOn();
		this.jdbc.sql("""
				insert into review_entry (review_id, study_id, recipient, sequence, due_on, cancelled)
				values (?, ?, ?, ?, ?, ?) on conflict (review_id, recipient)
				do update set sequence = excluded.sequence, due_on = excluded.due_on, cancelled = excluded.cancelled""")
			.params(review.id(), initiative.studyId(), recipient, sequence, day, cancelled)
			.update();
		send(initiative, review,
				new CalendarEntry(review.calendarUid() + "@thrive", sequence, cancelled,
						day.atTime(IN_THE_MORNING).atZone(zone).toInstant(), HALF_AN_HOUR,
						"Thrive: review of an initiative after " + review.afterDays() + " days", address(initiative),
						recipient));
	}

	private void send(Initiative initiative, Review review, CalendarEntry entry) {
		String subject = entry.cancelled() ? "A review in your calendar is called off"
				: (entry.sequence() == 0) ? "A review for your calendar" : "A review in your calendar has changed";
		this.outbox.add(initiative.studyId(), "review:" + review.id(), entry, subject,
				entry.summary() + (entry.cancelled() ? "\nis called off.\n\n" : "\n\n") + entry.description() + "\n");
	}

	private Set<String> recipients(Initiative initiative) {
		Set<String> recipients = new LinkedHashSet<>();
		this.team.members(initiative.studyId())
			.stream()
			.filter((member) -> member.memberId().equals(initiative.ownerId()))
			.map(TeamMember::personId)
			.forEach((owner) -> recipients.add(this.accounts.get(owner).email()));
		if (!initiative.sponsorEmail().isEmpty()) {
			recipients.add(initiative.sponsorEmail());
		}
		return recipients;
	}

	/** Where the clinic is: by its latest session, or nowhere yet. */
	private ZoneId zone(Long studyId) {
		return this.sessions.ofStudy(studyId)
			.stream()
			.map(SessionRow::zone)
			.findFirst()
			.map(ZoneId::of)
			.orElse(ZoneId.of("UTC"));
	}

	private String address(Initiative initiative) {
		return this.home.linkTo("/studies/" + initiative.studyId() + "/initiatives/" + initiative.id());
	}

	private Map<String, Told> told(Review review) {
		Map<String, Told> told = new HashMap<>();
		this.jdbc.sql("select recipient, sequence, due_on, cancelled from review_entry where review_id = ?")
			.param(review.id())
			.query(Told.class)
			.list()
			.forEach((entry) -> told.put(entry.recipient(), entry));
		return told;
	}

	private record Told(String recipient, int sequence, LocalDate dueOn, boolean cancelled) {
	}

}
