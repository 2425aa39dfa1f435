package org.projectthrive.session.marks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.session.marks.Rewording.Change;
import org.projectthrive.session.names.Find;
import org.projectthrive.session.names.NameCover;
import org.projectthrive.session.names.SessionNames;
import org.projectthrive.session.roster.NameLearned;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes names that are known by now out of everything that is stored about a session: as
 * soon as the roster knows them, and again when somebody asks for it.
 */
@Service
@Transactional
public class NameSearch {

	/** How often texts are read again that were changed in the same moment. */
	private static final int ATTEMPTS = 3;

	private final List<NamedTexts> texts;

	private final List<NameCopies> copies;

	private final ApplicationEventPublisher events;

	private final SessionNames names;

	private final ReplacedWords replaced;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	NameSearch(List<NamedTexts> texts, List<NameCopies> copies, ApplicationEventPublisher events, SessionNames names,
			ReplacedWords replaced, JdbcClient jdbc, AuditLog audit) {
		this.texts = texts;
		this.copies = copies;
		this.events = events;
		this.names = names;
		this.replaced = replaced;
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/**
	 * Takes out the names that are known by now.
	 * @return in how many texts there were any
	 */
	public int again(Long studyId, Long sessionId) {
		this.names.change(studyId);
		int covered = cover(studyId, sessionId, new Covering(this.names.cover(studyId, sessionId), null));
		this.audit.record(studyId, "names.searched", sessionId);
		return covered;
	}

	/**
	 * The name is taken out of all sessions in the transaction that writes it down. Other
	 * words stay as somebody has left them.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void onLearned(NameLearned learned) {
		Long studyId = learned.studyId();
		this.names.change(studyId);
		NameCover just = this.names.ofParticipant(studyId, learned.participantId()).cover();
		this.jdbc.sql("select id from focus_group_session where study_id = ? order by id")
			.param(studyId)
			.query(Long.class)
			.list()
			.forEach((session) -> {
				if (cover(studyId, session, new Covering(this.names.cover(studyId, session), just)) > 0) {
					this.audit.record(studyId, "names.searched", session);
				}
			});
	}

	/** Puts words in the place of others, in texts that are still what they were. */
	void reword(Long studyId, Long sessionId, List<Rewording> rewordings) {
		if (replace(studyId, sessionId, rewordings) < rewordings.size()) {
			throw new OptimisticLockingFailureException("texts of session " + sessionId);
		}
	}

	/** All texts of a session in which somebody may be named. */
	List<NamedText> texts(Long studyId, Long sessionId) {
		return this.texts.stream().flatMap((some) -> some.ofSession(studyId, sessionId).stream()).toList();
	}

	private int cover(Long studyId, Long sessionId, Covering covering) {
		int covered = 0;
		List<Rewording> rewordings = rewordings(studyId, sessionId, covering);
		for (int attempt = 1; !rewordings.isEmpty(); attempt++) {
			if (attempt > ATTEMPTS) {
				throw new OptimisticLockingFailureException("texts of session " + sessionId);
			}
			covered += replace(studyId, sessionId, rewordings);
			rewordings = rewordings(studyId, sessionId, covering);
		}
		return covered + this.copies.stream().mapToInt((some) -> some.cover(studyId, sessionId, covering)).sum();
	}

	private List<Rewording> rewordings(Long studyId, Long sessionId, Covering covering) {
		return texts(studyId, sessionId).stream().flatMap((text) -> covering.of(text).stream()).toList();
	}

	private int replace(Long studyId, Long sessionId, List<Rewording> rewordings) {
		List<Rewording> done = rewordings.stream()
			.filter((rewording) -> this.texts.stream()
				.filter((some) -> some.keeps(rewording.before().source()))
				.anyMatch((some) -> some.replace(studyId, sessionId, rewording)))
			.toList();
		done.stream()
			.flatMap((rewording) -> WordsChanged.covered(studyId, rewording).stream())
			.forEach(this.events::publishEvent);
		this.replaced.keep(studyId, sessionId, done);
		return done.size();
	}

	/**
	 * Takes names out of texts.
	 *
	 * @param just the names that are meant; null for all of them
	 */
	private record Covering(NameCover all, @Nullable NameCover just) implements NameCopies.Covering {

		@Override
		public Optional<Rewording> of(NamedText text) {
			List<Change> changes = finds(text.text()).map((find) -> new Change(find.start(), find.end(), find.cover()))
				.toList();
			return changes.isEmpty() ? Optional.empty() : Optional.of(new Rewording(text, changes));
		}

		@Override
		public String apply(String words) {
			return of(new NamedText("copy:", "", "", words)).map(Rewording::after).orElse(words);
		}

		/** Most texts hold nothing that is meant, and need no second look. */
		private Stream<Find> finds(String text) {
			if (this.just == null) {
				return this.all.cover(text).replaced().stream();
			}
			List<Find> meant = this.just.cover(text).replaced();
			return meant.isEmpty() ? Stream.empty()
					: this.all.cover(text)
						.replaced()
						.stream()
						.filter((find) -> meant.stream()
							.anyMatch((one) -> one.start() < find.end() && find.start() < one.end()));
		}

	}

}
