package org.projectthrive.session.marks;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.session.marks.Rewording.Change;
import org.projectthrive.session.names.NameCover;
import org.projectthrive.session.names.SessionNames;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What in the words of a session may give somebody away. Nothing of it is stored but
 * where somebody has decided to leave it: the rest is found anew each time.
 */
@Service
@Transactional(readOnly = true)
public class Marks {

	private final List<NamedTexts> texts;

	private final NameSearch search;

	private final SessionNames names;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final AuditLog audit;

	private final Clock clock;

	Marks(List<NamedTexts> texts, NameSearch search, SessionNames names, JdbcTemplate batches, AuditLog audit,
			Clock clock) {
		this.texts = texts;
		this.search = search;
		this.names = names;
		this.batches = batches;
		this.jdbc = JdbcClient.create(batches);
		this.audit = audit;
		this.clock = clock;
	}

	/** What is still to be decided, and what was left as it is. */
	public MarkList ofSession(Long studyId, Long sessionId) {
		return list(studyId, sessionId, all(studyId, sessionId));
	}

	/** The same in texts of these kinds alone. */
	public MarkList in(Set<String> sources, Long studyId, Long sessionId) {
		NameCover cover = this.names.cover(studyId, sessionId);
		return list(studyId, sessionId,
				this.texts.stream()
					.filter((some) -> sources.stream().anyMatch(some::keeps))
					.flatMap((some) -> some.ofSession(studyId, sessionId).stream())
					.filter((text) -> sources.contains(text.source()))
					.flatMap((text) -> Mark.in(text, cover.scan(text.text())).stream())
					.toList());
	}

	private MarkList list(Long studyId, Long sessionId, List<Mark> all) {
		Set<String> kept = kept(studyId, sessionId);
		List<Mark> open = new ArrayList<>();
		List<Mark> left = new ArrayList<>();
		for (Mark mark : all) {
			(kept.contains(mark.place()) ? left : open).add(mark);
		}
		return new MarkList(MarkGroup.of(open), MarkGroup.of(left));
	}

	@Transactional
	public void decide(Long studyId, Long sessionId, Long personId, MarkChoice choice) {
		this.names.hold(studyId);
		List<Mark> meant = choice.among(all(studyId, sessionId));
		if (choice.isUndo()) {
			meant.forEach(
					(mark) -> this.jdbc.sql("delete from kept_mark where study_id = ? and session_id = ? and place = ?")
						.params(studyId, sessionId, mark.place())
						.update());
			this.audit.record(studyId, "mark.reopened", sessionId);
			return;
		}
		if (choice.isKeep()) {
			keep(studyId, sessionId, personId, meant.stream().map(Mark::place).toList());
			this.audit.record(studyId, "mark.kept", sessionId);
			return;
		}
		Set<String> kept = choice.all() ? kept(studyId, sessionId) : Set.of();
		Map<NamedText, List<Change>> changes = new LinkedHashMap<>();
		meant.stream()
			.filter((mark) -> !kept.contains(mark.place()))
			.forEach((mark) -> changes.computeIfAbsent(mark.text(), (text) -> new ArrayList<>())
				.add(new Change(mark.find().start(), mark.find().end(), choice.cover(mark))));
		List<Rewording> rewordings = new ArrayList<>();
		changes.forEach((text, some) -> rewordings.add(Rewording.one(text, some)));
		this.search.reword(studyId, sessionId, rewordings);
		this.audit.record(studyId, "mark.replaced", sessionId);
	}

	/** Leaves these places as they are. */
	@Transactional
	public void keep(Long studyId, Long sessionId, Long personId, Collection<String> places) {
		Timestamp now = Timestamp.from(this.clock.instant());
		this.batches.batchUpdate("""
				insert into kept_mark (session_id, study_id, place, decided_by, decided_at) values (?, ?, ?, ?, ?)
				on conflict on constraint mark_kept_once do nothing""",
				places.stream().map((place) -> new Object[] { sessionId, studyId, place, personId, now }).toList());
	}

	private List<Mark> all(Long studyId, Long sessionId) {
		NameCover cover = this.names.cover(studyId, sessionId);
		return this.search.texts(studyId, sessionId)
			.stream()
			.flatMap((text) -> Mark.in(text, cover.scan(text.text())).stream())
			.toList();
	}

	private Set<String> kept(Long studyId, Long sessionId) {
		return new HashSet<>(this.jdbc.sql("select place from kept_mark where study_id = ? and session_id = ?")
			.params(studyId, sessionId)
			.query(String.class)
			.list());
	}

	/** Marks by what has become of them. */
	public record MarkList(List<MarkGroup> open, List<MarkGroup> kept) {

		private static final int SHOWN = 60;

		public List<MarkGroup> shown() {
			return this.open.subList(0, Math.min(SHOWN, this.open.size()));
		}

		public int more() {
			return this.open.size() - shown().size();
		}

		public int places() {
			return this.open.stream().mapToInt(MarkGroup::count).sum();
		}

		public boolean isDone() {
			return this.open.isEmpty();
		}

		public int keptCount() {
			return this.kept.size();
		}

	}

}
