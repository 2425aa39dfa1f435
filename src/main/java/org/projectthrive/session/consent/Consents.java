package org.projectthrive.session.consent;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What participants have answered to each item of the consent text. Answers are added,
 * never changed: the newest counts, and says under which version it was given.
 */
@Service
@Transactional(readOnly = true)
public class Consents {

	private static final String NEWEST = """
			select distinct on (c.participant_id, c.item) c.participant_id, c.item, c.given, t.number as text_number, c.how,
			    c.recorded_at, person.name as recorded_by,
			    exists (select from consent earlier where earlier.participant_id = c.participant_id
			        and earlier.item = c.item and earlier.given and earlier.id < c.id) as once_given
			from consent c join consent_text t on t.id = c.consent_text_id
			left join person on person.id = c.recorded_by\s""";

	private static final String IN_ORDER = " order by c.participant_id, c.item, c.id desc";

	private final ConsentTexts texts;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	Consents(ConsentTexts texts, JdbcClient jdbc, AuditLog audit, Clock clock) {
		this.texts = texts;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** The answers of everybody who is expected in a session, by participant. */
	public Map<Long, Map<ConsentItem, Answer>> ofSession(Long studyId, Long sessionId) {
		return byParticipant(this.jdbc
			.sql(NEWEST + "join session_participant sp on sp.participant_id = c.participant_id "
					+ "where c.study_id = ? and sp.session_id = ?" + IN_ORDER)
			.params(studyId, sessionId)
			.query(Answer.class)
			.list());
	}

	/**
	 * Settles which version is answered, before a session is held: whoever adds a
	 * participant holds the study before its sessions, and so does who first uses a text.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void prepare(Long studyId) {
		this.texts.use(studyId);
	}

	/**
	 * Adds what a participant has answered, under the version that is in force. What they
	 * have said before, to the same text, is not said twice.
	 * @param recordedBy who wrote it down; null when the participant did
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(Long studyId, Long participantId, Map<ConsentItem, Boolean> answers, ConsentHow how,
			@Nullable Long recordedBy) {
		ConsentText text = this.texts.use(studyId);
		Map<ConsentItem, Answer> before = of(studyId, participantId);
		answers.forEach((item, given) -> {
			Answer last = before.get(item);
			if (last == null || last.given() != given || last.textNumber() != text.number()) {
				insert(studyId, participantId, item, given, text, how, recordedBy);
			}
		});
		this.audit.record(studyId, "consent.recorded", participantId);
	}

	private Map<ConsentItem, Answer> of(Long studyId, Long participantId) {
		return byParticipant(this.jdbc.sql(NEWEST + "where c.study_id = ? and c.participant_id = ?" + IN_ORDER)
			.params(studyId, participantId)
			.query(Answer.class)
			.list()).getOrDefault(participantId, Map.of());
	}

	private void insert(Long studyId, Long participantId, ConsentItem item, boolean given, ConsentText text,
			ConsentHow how, @Nullable Long recordedBy) {
		this.jdbc
			.sql("""
					insert into consent (study_id, participant_id, item, given, consent_text_id, how, recorded_by, recorded_at)
					values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(studyId, participantId, item.name(), given, Objects.requireNonNull(text.id()), how.name())
			.param(recordedBy)
			.param(Timestamp.from(this.clock.instant()))
			.update();
	}

	private static Map<Long, Map<ConsentItem, Answer>> byParticipant(List<Answer> answers) {
		Map<Long, Map<ConsentItem, Answer>> people = new HashMap<>();
		for (Answer answer : answers) {
			people.computeIfAbsent(answer.participantId(), (id) -> new EnumMap<>(ConsentItem.class))
				.put(answer.item(), answer);
		}
		return people;
	}

	/**
	 * The newest answer of a participant to an item.
	 *
	 * @param textNumber the version of the text that it was given to
	 * @param recordedBy the name of the facilitator who wrote it down
	 * @param onceGiven whether they had agreed before this answer
	 */
	public record Answer(Long participantId, ConsentItem item, boolean given, int textNumber, ConsentHow how,
			Instant recordedAt, @Nullable String recordedBy, boolean onceGiven) {

		/** Agreed once, and no more. */
		public boolean isWithdrawn() {
			return !this.given && this.onceGiven;
		}

	}

}
