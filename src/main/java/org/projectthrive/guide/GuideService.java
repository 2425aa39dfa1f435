package org.projectthrive.guide;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.guide.question.QuestionText;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes, publishes and revises the guide of a study. */
@Service
@Transactional(readOnly = true)
class GuideService {

	private static final Logger log = LoggerFactory.getLogger(GuideService.class);

	private final GuideRepository guides;

	private final GuideVersions versions;

	private final AuditLog audit;

	private final Clock clock;

	GuideService(GuideRepository guides, GuideVersions versions, AuditLog audit, Clock clock) {
		this.guides = guides;
		this.versions = versions;
		this.audit = audit;
		this.clock = clock;
	}

	Optional<Guide> findNewest(Long studyId) {
		return this.guides.newest(studyId);
	}

	Guide version(Long studyId, int number) {
		return this.guides.version(studyId, number).orElseThrow(() -> new NotFound("guide version " + number));
	}

	/** The draft, to be shown in a form; gone when it was published meanwhile. */
	Guide draft(Long studyId) {
		return findNewest(studyId).filter(Guide::isDraft).orElseThrow(() -> new RuleViolation("guide.draft.missing"));
	}

	/** The draft, to show one of its questions. */
	Guide draftWithQuestion(Long studyId, Long questionId) {
		this.versions.requireQuestion(studyId, questionId);
		return draft(studyId);
	}

	/** The draft, to show one of its sections. */
	Guide draftWithSection(Long studyId, Long sectionId) {
		this.versions.requireSection(studyId, sectionId);
		return draft(studyId);
	}

	@Transactional
	Guide start(Long studyId, GuideTemplate template) {
		return start(template.guideFor(studyId));
	}

	/** Starts from the newest guide of another study that this person may read. */
	@Transactional
	Guide startFromCopy(Long studyId, Long otherStudyId, Long personId) {
		if (this.versions.copyableBy(personId, studyId)
			.stream()
			.noneMatch((guide) -> guide.studyId().equals(otherStudyId))) {
			throw new NotFound("guide of study " + otherStudyId);
		}
		return start(this.guides.newest(otherStudyId).orElseThrow().copyFor(studyId));
	}

	@Transactional
	void describe(Long studyId, String title, int slotMinutes) {
		change(studyId, (draft) -> draft.describe(title, slotMinutes), "guide.described");
	}

	@Transactional
	GuideQuestion ask(Long studyId, QuestionText text, @Nullable Long sectionId) {
		Guide draft = lockedDraft(studyId);
		GuideQuestion question = draft.ask(text, section(draft, sectionId));
		this.guides.flush(); // gives the question its id
		this.audit.record(studyId, "guide.question.asked", question.id());
		return question;
	}

	/**
	 * Changes what a question says.
	 * @param version the version of the question that the new words were written over
	 */
	@Transactional
	void reword(Long studyId, Long questionId, int version, QuestionText text, @Nullable Long sectionId) {
		this.versions.requireQuestion(studyId, questionId);
		Guide draft = lockedDraft(studyId);
		GuideQuestion question = draft.question(questionId);
		if (question.version() != version) {
			throw new OptimisticLockingFailureException("guide question " + questionId);
		}
		draft.reword(question, text);
		GuideSection section = section(draft, sectionId);
		if (section != question.section()) {
			draft.move(question, section, Integer.MAX_VALUE);
		}
		this.audit.record(studyId, "guide.question.reworded", questionId);
	}

	@Transactional
	void move(Long studyId, Long questionId, @Nullable Long sectionId, int index) {
		changeQuestion(studyId, questionId,
				(draft) -> draft.move(draft.question(questionId), section(draft, sectionId), index),
				"guide.question.moved");
	}

	@Transactional
	void moveEarlier(Long studyId, Long questionId) {
		changeQuestion(studyId, questionId, (draft) -> draft.moveEarlier(draft.question(questionId)),
				"guide.question.moved");
	}

	@Transactional
	void moveLater(Long studyId, Long questionId) {
		changeQuestion(studyId, questionId, (draft) -> draft.moveLater(draft.question(questionId)),
				"guide.question.moved");
	}

	@Transactional
	void dropQuestion(Long studyId, Long questionId) {
		changeQuestion(studyId, questionId, (draft) -> draft.drop(draft.question(questionId)),
				"guide.question.dropped");
	}

	@Transactional
	void addSection(Long studyId, String title) {
		change(studyId, (draft) -> draft.addSection(title), "guide.section.added");
	}

	@Transactional
	void renameSection(Long studyId, Long sectionId, String title) {
		changeSection(studyId, sectionId, (draft) -> draft.rename(draft.section(sectionId), title),
				"guide.section.renamed");
	}

	@Transactional
	void dropSection(Long studyId, Long sectionId) {
		changeSection(studyId, sectionId, (draft) -> draft.drop(draft.section(sectionId)), "guide.section.dropped");
	}

	/** Freezes the draft: what sessions run on from now. */
	@Transactional
	void publish(Long studyId, Long personId) {
		change(studyId, (draft) -> draft.publish(personId, this.clock.instant()), "guide.published");
		log.info("Guide of study {} published by person {}", studyId, personId);
	}

	/**
	 * Starts the next draft; of two who do so at once, one is told that there is a draft
	 * already.
	 */
	@Transactional
	Guide revise(Long studyId) {
		Guide newest = findNewest(studyId).orElseThrow(() -> new RuleViolation("guide.draft.missing"));
		return saveFirst(newest.revise(), "guide.revised");
	}

	/** Throws the draft away; published versions stay. */
	@Transactional
	void discard(Long studyId) {
		Guide draft = lockedDraft(studyId);
		this.guides.delete(draft);
		this.audit.record(studyId, "guide.discarded", draft.id());
	}

	private Guide start(Guide draft) {
		if (findNewest(draft.studyId()).isPresent()) {
			throw new RuleViolation("guide.exists");
		}
		return saveFirst(draft, "guide.started");
	}

	private Guide saveFirst(Guide draft, String action) {
		try {
			Guide saved = this.guides.saveAndFlush(draft);
			this.audit.record(saved.studyId(), action, saved.id());
			log.info("Guide {}: draft {} of study {}", saved.id(), saved.number(), saved.studyId());
			return saved;
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("guide.draft.exists");
		}
	}

	private void change(Long studyId, Consumer<Guide> verb, String action) {
		change(studyId, verb, action, Guide::id);
	}

	private void changeQuestion(Long studyId, Long questionId, Consumer<Guide> verb, String action) {
		this.versions.requireQuestion(studyId, questionId);
		change(studyId, verb, action, (draft) -> questionId);
	}

	private void changeSection(Long studyId, Long sectionId, Consumer<Guide> verb, String action) {
		this.versions.requireSection(studyId, sectionId);
		change(studyId, verb, action, (draft) -> sectionId);
	}

	private void change(Long studyId, Consumer<Guide> verb, String action, Function<Guide, Long> subject) {
		Guide draft = lockedDraft(studyId);
		verb.accept(draft);
		this.audit.record(studyId, action, subject.apply(draft));
	}

	private Guide lockedDraft(Long studyId) {
		return this.guides.lockDraft(studyId)
			.flatMap((draft) -> this.guides.version(studyId, draft.number()))
			.orElseThrow(() -> new RuleViolation("guide.draft.missing"));
	}

	private static @Nullable GuideSection section(Guide draft, @Nullable Long sectionId) {
		return (sectionId != null) ? draft.section(sectionId) : null;
	}

}
