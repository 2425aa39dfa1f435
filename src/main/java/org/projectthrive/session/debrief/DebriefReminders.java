package org.projectthrive.session.debrief;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.platform.mail.Outbox;
import org.projectthrive.platform.web.HomeAddress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reminds the facilitators of a session that its debrief is due, two hours and a day
 * after its end. Whom it has reminded is kept, so that nobody is reminded twice.
 */
@Configuration(proxyBeanMethods = false)
class DebriefReminders {

	private static final Logger log = LoggerFactory.getLogger(DebriefReminders.class);

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final HomeAddress home;

	private final TransactionOperations transactions;

	private final Clock clock;

	DebriefReminders(JdbcClient jdbc, Outbox outbox, HomeAddress home, TransactionOperations transactions,
			Clock clock) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.home = home;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Bean
	Task<Void> remindOfDebriefs() {
		return Tasks.recurring("remind-of-debriefs", FixedDelay.of(Duration.ofMinutes(1)))
			.execute((instance, context) -> remind());
	}

	/** Adds the mails that are due now, each with the mark that it was sent. */
	void remind() {
		for (Kind kind : Kind.values()) {
			this.transactions.executeWithoutResult((status) -> due(kind).forEach((due) -> remind(due, kind)));
		}
	}

	/**
	 * Who of the facilitators has not had this mail for a session that nobody debriefed.
	 */
	private List<Due> due(Kind kind) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				select s.id as session_id, s.study_id, person.id as person_id, person.email
				from focus_group_session s
				join session_facilitator f on f.session_id = s.id
				join member m on m.id = f.member_id and m.removed_at is null
				join person on person.id = m.person_id and person.disabled_at is null
				where s.stage in ('HELD', 'TRANSCRIBED') and s.ended_at <= :until and s.ended_at > :since
				  and not exists (select from debrief d where d.session_id = s.id)
				  and not exists (select from debrief_reminder r where r.session_id = s.id and r.person_id = person.id
				      and r.kind = :kind)
				order by s.id, person.id limit 200 for no key update of s""")
			.param("until", Timestamp.from(now.minus(kind.after)))
			.param("since", Timestamp.from(now.minus(kind.before)))
			.param("kind", kind.name())
			.query(Due.class)
			.list();
	}

	private void remind(Due due, Kind kind) {
		int marked = this.jdbc.sql("""
				insert into debrief_reminder (session_id, study_id, person_id, kind, sent_at) values (?, ?, ?, ?, ?)
				on conflict on constraint debrief_reminder_once do nothing""")
			.params(due.sessionId(), due.studyId(), due.personId(), kind.name(), Timestamp.from(this.clock.instant()))
			.update();
		if (marked == 0) {
			return;
		}
		String address = this.home.of("/studies/" + due.studyId() + "/sessions/" + due.sessionId() + "/debrief");
		this.outbox.add(due.studyId(), "session:" + due.sessionId(), due.email(), "debrief-" + kind, 0,
				"A form on Thrive is waiting for you",
				"A session that you have led has no debrief yet. It takes three minutes, and memory fades quickly:\n"
						+ address + "\n");
		log.info("Reminded person {} of the debrief of session {}", due.personId(), due.sessionId());
	}

	/** The mails, and within which time after the end each of them makes sense. */
	private enum Kind {

		FIRST(Duration.ofHours(2), Duration.ofHours(24)), SECOND(Duration.ofHours(24), Duration.ofDays(7));

		private final Duration after;

		private final Duration before;

		Kind(Duration after, Duration before) {
			this.after = after;
			this.before = before;
		}

	}

	/** A facilitator of a session without a debrief. */
	private record Due(Long sessionId, Long studyId, Long personId, String email) {
	}

}
