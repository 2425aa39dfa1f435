package org.projectthrive.session.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.study.Membership;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of a study's consent text. The lead writes one and publishes it; without
 * one the proposed text is published when it is first needed. What was published stays as
 * it is, and so do the thresholds once the first participant was told.
 */
@Service
@Transactional(readOnly = true)
public class ConsentTexts {

	private static final String SELECT = """
			select t.id, coalesce(t.number, 0) as number, t.words, t.counts_under, t.quotes_under, t.published_at,
			    person.name as published_by, t.version
			from consent_text t left join person on person.id = t.published_by where t.study_id = ? and\s""";

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	ConsentTexts(JdbcClient jdbc, AuditLog audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** All versions, the newest first. */
	public List<ConsentText> published(Long studyId) {
		return this.jdbc.sql(SELECT + "t.number is not null order by t.number desc limit 100")
			.param(studyId)
			.query(ConsentText.class)
			.list();
	}

	/**
	 * What a participant is asked now: the newest version, or what would become the
	 * first.
	 */
	public ConsentText inForce(Long studyId) {
		return newest(studyId).orElseGet(ConsentTexts::proposed);
	}

	/** How small a group may be and still be reported. */
	public Thresholds thresholds(Long studyId) {
		return this.jdbc
			.sql("""
					select counts_under, quotes_under,
					    exists (select from consent_text used where used.study_id = t.study_id and used.first_used_at is not null) as frozen
					from consent_text t where study_id = ? and number is not null order by number desc limit 1""")
			.param(studyId)
			.query(Thresholds.class)
			.optional()
			.orElse(Thresholds.USUAL);
	}

	/**
	 * The version that goes out to a participant now, with an invitation or to be
	 * answered; from the first time on the thresholds stay.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public ConsentText use(Long studyId) {
		Optional<ConsentText> used = newest(studyId).filter((text) -> isUsed(text));
		if (used.isPresent()) {
			return used.get();
		}
		lock(studyId);
		ConsentText text = newest(studyId).orElseGet(() -> publishProposed(studyId));
		this.jdbc.sql("update consent_text set first_used_at = ? where id = ? and first_used_at is null")
			.param(now())
			.param(text.id())
			.update();
		return text;
	}

	/** What the lead is to edit: the draft, or else what is in force. */
	ConsentText edited(Long studyId) {
		return draft(studyId).orElseGet(() -> inForce(studyId));
	}

	Optional<ConsentText> draft(Long studyId) {
		return this.jdbc.sql(SELECT + "t.number is null").param(studyId).query(ConsentText.class).optional();
	}

	/** Refused when somebody else has saved or published since the form was opened. */
	@Transactional
	void save(Long studyId, ConsentTextForm form) {
		write(studyId, form);
		this.audit.record(studyId, "consent-text.saved", studyId);
	}

	@Transactional
	void publish(Membership me, ConsentTextForm form) {
		Long studyId = me.study().id();
		write(studyId, form);
		Long id = this.jdbc
			.sql("""
					update consent_text set published_at = ?, published_by = ?,
					    number = (select coalesce(max(number), 0) + 1 from consent_text other where other.study_id = consent_text.study_id)
					where study_id = ? and number is null returning id""")
			.params(now(), me.personId(), studyId)
			.query(Long.class)
			.single();
		this.audit.record(studyId, "consent-text.published", id);
	}

	private void write(Long studyId, ConsentTextForm form) {
		lock(studyId);
		Thresholds current = thresholds(studyId);
		if (current.frozen() && !current.areThoseOf(form)) {
			throw new RuleViolation("consent.thresholds.frozen");
		}
		int written = (form.version() == 0) ? this.jdbc.sql("""
				insert into consent_text (study_id, words, counts_under, quotes_under, version) values (?, ?, ?, ?, 1)
				on conflict (study_id) where number is null do nothing""")
			.params(studyId, form.words(), form.countsUnder(), form.quotesUnder())
			.update()
				: this.jdbc.sql("""
						update consent_text set words = ?, counts_under = ?, quotes_under = ?, version = version + 1
						where study_id = ? and number is null and version = ?""")
					.params(form.words(), form.countsUnder(), form.quotesUnder(), studyId, form.version())
					.update();
		if (written == 0) {
			throw new ObjectOptimisticLockingFailureException(ConsentText.class, studyId);
		}
	}

	private ConsentText publishProposed(Long studyId) {
		ConsentText text = proposed();
		Long id = this.jdbc.sql("""
				insert into consent_text (study_id, number, words, counts_under, quotes_under, published_at)
				values (?, 1, ?, ?, ?, ?) returning id""")
			.params(studyId, text.words(), text.countsUnder(), text.quotesUnder(), now())
			.query(Long.class)
			.single();
		this.audit.record(studyId, "consent-text.published", id);
		return newest(studyId).orElseThrow();
	}

	private Optional<ConsentText> newest(Long studyId) {
		return this.jdbc.sql(SELECT + "t.number is not null order by t.number desc limit 1")
			.param(studyId)
			.query(ConsentText.class)
			.optional();
	}

	private boolean isUsed(ConsentText text) {
		return this.jdbc.sql("select first_used_at is not null from consent_text where id = ?")
			.param(text.id())
			.query(Boolean.class)
			.single();
	}

	/** Versions and thresholds change one after the other. */
	private void lock(Long studyId) {
		this.jdbc.sql("select id from study where id = ? for no key update").param(studyId).query(Long.class).single();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static ConsentText proposed() {
		try {
			String words = new ClassPathResource("consent/default.txt").getContentAsString(StandardCharsets.UTF_8);
			return new ConsentText(null, 0, words.strip(), Thresholds.USUAL.countsUnder(),
					Thresholds.USUAL.quotesUnder(), null, null, 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
