package org.projectthrive.session.marks;

import java.util.List;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.session.marks.Covering.Just;
import org.projectthrive.session.names.SessionNames;
import org.projectthrive.session.roster.NameLearned;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
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

	private final List<StudyCopies> studyCopies;

	private final ApplicationEventPublisher events;

	private final SessionNames names;

	private final ReplacedWords replaced;

	private final AuditLog audit;

	NameSearch(List<NamedTexts> texts, List<NameCopies> copies, List<StudyCopies> studyCopies,
			ApplicationEventPublisher events, SessionNames names, ReplacedWords replaced, AuditLog audit) {
		this.texts = texts;
		this.copies = copies;
		this.studyCopies = studyCopies;
		this.events = events;
		this.names = names;
		this.replaced = replaced;
		this.audit = audit;
	}

	/**
	 * Takes out the names that are known by now.
	 * @return in how many texts there were any
	 */
	public int again(Long studyId, Long sessionId) {
		this.names.change(studyId);
		int covered = cover(studyId, sessionId, Covering.all(() -> this.names.ofSession(studyId, sessionId)));
		covered += cover(studyId, Covering.all(() -> this.names.ofStudy(studyId)));
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
		List<Long> sessions = this.names.change(studyId);
		Just just = Just.of(this.names.ofParticipant(studyId, learned.participantId()));
		sessions.forEach((session) -> {
			if (cover(studyId, session, Covering.just(just, () -> this.names.ofSession(studyId, session))) > 0) {
				this.audit.record(studyId, "names.searched", session);
			}
		});
		if (cover(studyId, Covering.just(just, () -> this.names.ofStudy(studyId))) > 0) {
			this.audit.record(studyId, "names.searched", null);
		}
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
			int replaced = replace(studyId, sessionId, rewordings);
			covered += replaced;
			rewordings = (replaced < rewordings.size()) ? rewordings(studyId, sessionId, covering) : List.of();
		}
		return covered + this.copies.stream().mapToInt((some) -> some.cover(studyId, sessionId, covering)).sum();
	}

	private int cover(Long studyId, Covering covering) {
		return this.studyCopies.stream().mapToInt((some) -> some.cover(studyId, covering)).sum();
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

}
