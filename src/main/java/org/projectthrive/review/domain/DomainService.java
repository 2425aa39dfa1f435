package org.projectthrive.review.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.guide.PublishedGuides;
import org.projectthrive.guide.PublishedGuides.Question;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The domains of a study. Those of guide questions come into being when they are first
 * asked for.
 */
@Service
@Transactional(readOnly = true)
public class DomainService {

	private static final int LONGEST_NAME = 80;

	private static final int MOST_ATTEMPTS = 5;

	private final DomainRepository domains;

	private final PublishedGuides guides;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final Clock clock;

	DomainService(DomainRepository domains, PublishedGuides guides, JdbcClient jdbc, AuditLog audit, Clock clock) {
		this.domains = domains;
		this.guides = guides;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * All domains: those of the guide's questions in its order, then those added later.
	 */
	@Transactional
	public List<DomainRow> ofStudy(Long studyId) {
		return of(studyId, this.guides.everAsked(studyId));
	}

	/** The same, for a caller that knows every question ever asked. */
	@Transactional
	public List<DomainRow> of(Long studyId, List<Question> everAsked) {
		List<DomainRow> rows = rows(studyId);
		for (int attempt = 0; attempt < MOST_ATTEMPTS && !isComplete(rows, everAsked); attempt++) {
			make(studyId, everAsked, rows);
			rows = rows(studyId);
		}
		return rows;
	}

	public DomainRow get(Long studyId, Long domainId) {
		return rows(studyId).stream()
			.filter((row) -> row.id().equals(domainId))
			.findFirst()
			.orElseThrow(() -> new NotFound("domain " + domainId));
	}

	@Transactional
	public Long add(Long studyId, String name, @Nullable Side side, Long personId) {
		return add(
				new Domain(studyId, name, side, this.domains.lastPosition(studyId) + 1, personId, this.clock.instant()),
				studyId);
	}

	@Transactional
	void rename(Long studyId, Long domainId, String name, @Nullable Side side) {
		Domain domain = this.domains.findByStudyIdAndId(studyId, domainId)
			.orElseThrow(() -> new NotFound("domain " + domainId));
		domain.rename(name, side);
		save(domain);
		this.audit.record(studyId, "domain.renamed", domainId);
	}

	Long add(Domain domain, Long studyId) {
		save(domain);
		this.audit.record(studyId, "domain.added", domain.id());
		return domain.id();
	}

	private void save(Domain domain) {
		try {
			this.domains.saveAndFlush(domain);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("domain.name.taken");
		}
	}

	/**
	 * Makes what is missing in one statement; a name that is taken gets a number. When
	 * another request takes a name or makes a domain at the same moment, it is left out
	 * here, and the caller looks again.
	 */
	private void make(Long studyId, List<Question> everAsked, List<DomainRow> rows) {
		Set<String> taken = rows.stream().map((row) -> lower(row.name())).collect(Collectors.toSet());
		List<UUID> keys = new ArrayList<>();
		List<String> names = new ArrayList<>();
		List<Integer> positions = new ArrayList<>();
		for (int i = 0; i < everAsked.size(); i++) {
			if (!has(rows, everAsked.get(i))) {
				keys.add(everAsked.get(i).key());
				names.add(free(everAsked.get(i).domain(), taken));
				positions.add(i + 1);
			}
		}
		this.jdbc.sql("""
				insert into domain (study_id, question_key, name, position)
				select ?, * from unnest(?, ?, ?) on conflict do nothing""")
			.params(studyId, keys.toArray(UUID[]::new), names.toArray(String[]::new), positions.toArray(Integer[]::new))
			.update();
	}

	private static boolean isComplete(List<DomainRow> rows, List<Question> everAsked) {
		return everAsked.stream().allMatch((question) -> has(rows, question));
	}

	private static boolean has(List<DomainRow> rows, Question question) {
		return rows.stream().anyMatch((row) -> question.key().equals(row.questionKey()));
	}

	private static String free(String name, Set<String> taken) {
		String free = name;
		for (int n = 2; !taken.add(lower(free)); n++) {
			free = numbered(name, n);
		}
		return free;
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	private static String numbered(String name, int n) {
		String number = " (" + n + ")";
		return name.substring(0, Math.min(name.length(), LONGEST_NAME - number.length())) + number;
	}

	private List<DomainRow> rows(Long studyId) {
		return this.jdbc.sql("""
				select d.id, d.question_key, d.name, d.side, p.name as added_by, d.added_at
				from domain d left join person p on p.id = d.added_by
				where d.study_id = ? order by d.question_key is null, d.position, d.id limit 200""")
			.param(studyId)
			.query(DomainRow.class)
			.list();
	}

}
