package org.projectthrive.transcript;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.guide.PublishedGuides.Question;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.SessionStages;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;
import org.projectthrive.transcript.QuestionFinder.Asked;
import org.projectthrive.transcript.QuestionFinder.Said;
import org.projectthrive.transcript.TranscriptStore.NewTurn;
import org.projectthrive.transcript.file.TranscriptFiles;
import org.projectthrive.transcript.file.TranscriptFiles.Decoded;
import org.projectthrive.transcript.file.TranscriptFormat;
import org.projectthrive.transcript.file.TranscriptText;
import org.projectthrive.transcript.file.Utterance;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of a file into a study: uploaded, looked at, and imported with codes for names,
 * or discarded. The file's own text is forgotten then, or after a day.
 */
@Service
@Transactional(readOnly = true)
class TranscriptImport {

	private static final Logger log = LoggerFactory.getLogger(TranscriptImport.class);

	private static final Duration KEPT = Duration.ofDays(1);

	private final TranscriptStore store;

	private final Sessions sessions;

	private final SessionStages stages;

	private final SessionQuestions questions;

	private final AuditLog audit;

	private final Clock clock;

	TranscriptImport(TranscriptStore store, Sessions sessions, SessionStages stages, SessionQuestions questions,
			AuditLog audit, Clock clock) {
		this.store = store;
		this.sessions = sessions;
		this.stages = stages;
		this.questions = questions;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Keeps a file for its preview; one that cannot be understood leaves nothing behind.
	 */
	@Transactional
	UUID upload(Long studyId, Long sessionId, Long personId, Decoded file) {
		requireReady(studyId, sessionId);
		TranscriptFiles.read(file, Cast.of(this.sessions, studyId, sessionId)::knows);
		UUID upload = this.store.keepUpload(studyId, sessionId, personId, file, this.clock.instant());
		this.audit.record(studyId, "transcript.uploaded", sessionId);
		return upload;
	}

	TranscriptFormat format(Long studyId, Long sessionId, UUID uploadId) {
		return uploaded(studyId, sessionId, uploadId).format();
	}

	Preview preview(Long studyId, Long sessionId, UUID uploadId) {
		Cast cast = Cast.of(this.sessions, studyId, sessionId);
		TranscriptText text = TranscriptFiles.read(uploaded(studyId, sessionId, uploadId), cast::knows);
		return Preview.of(text, cast, places(studyId));
	}

	/**
	 * Makes the transcript.
	 * @param voices whom each speaker of the file stands for, in the order of the preview
	 */
	@Transactional
	void importUpload(Long studyId, Long sessionId, UUID uploadId, Long personId, List<String> voices) {
		requireReady(studyId, sessionId);
		Preview preview = preview(studyId, sessionId, uploadId).chosen(voices);
		if (preview.isUnmapped()) {
			throw new RuleViolation("transcript.speakers.unmapped");
		}
		Decoded file = uploaded(studyId, sessionId, uploadId);
		Long transcriptId = add(studyId, sessionId, personId, file);
		List<NewTurn> turns = turns(studyId, sessionId, transcriptId, preview);
		this.store.addTurns(studyId, transcriptId, sessionId, turns);
		this.store.forgetUploads(sessionId);
		this.stages.transcribed(studyId, sessionId);
		this.audit.record(studyId, "transcript.imported", sessionId);
		log.info("Transcript {} with {} turns imported into session {}", transcriptId, turns.size(), sessionId);
	}

	@Transactional
	void discard(Long studyId, Long sessionId, UUID uploadId) {
		if (this.store.forgetUpload(studyId, sessionId, uploadId) == 0) {
			throw new NotFound("upload");
		}
		this.audit.record(studyId, "transcript.discarded", sessionId);
	}

	@Transactional
	void forgetOldUploads() {
		int forgotten = this.store.forgetUploadsBefore(this.clock.instant().minus(KEPT));
		if (forgotten > 0) {
			log.info("Forgot {} transcript uploads that nobody imported", forgotten);
		}
	}

	private void requireReady(Long studyId, Long sessionId) {
		if (!this.sessions.get(studyId, sessionId).isHeld()) {
			throw new RuleViolation("transcript.session.notHeld");
		}
		if (this.store.find(studyId, sessionId).isPresent()) {
			throw new RuleViolation("transcript.once");
		}
	}

	private Decoded uploaded(Long studyId, Long sessionId, UUID uploadId) {
		return this.store.findUpload(studyId, sessionId, uploadId).orElseThrow(() -> new NotFound("upload"));
	}

	private Long add(Long studyId, Long sessionId, Long personId, Decoded file) {
		try {
			return this.store.add(studyId, sessionId, file.format(), personId, this.clock.instant());
		}
		catch (DuplicateKeyException ex) {
			throw new RuleViolation("transcript.once");
		}
	}

	/**
	 * Two speakers who stand for the same person are one, and no name stays in what they
	 * say.
	 */
	private List<NewTurn> turns(Long studyId, Long sessionId, Long transcriptId, Preview preview) {
		Map<String, Voice> cast = preview.cast();
		NameCover cover = Cast.of(this.sessions, studyId, sessionId).cover(cast);
		Map<String, Long> speakers = new HashMap<>();
		for (Voice voice : cast.values()) {
			speakers.computeIfAbsent(voice.label(), (label) -> this.store.addSpeaker(studyId, transcriptId, voice));
		}
		List<Said> said = new ArrayList<>();
		for (Utterance turn : preview.text().turns()) {
			said.add(new Said(voice(cast, turn).isFacilitator(), cover.cover(turn.text())));
		}
		List<Question> asked = this.questions.guide(studyId, sessionId);
		int[] found = new QuestionFinder(
				asked.stream().map((question) -> new Asked(question.wording(), question.domain())).toList())
			.find(said);
		List<NewTurn> turns = new ArrayList<>();
		for (Utterance turn : preview.text().turns()) {
			int question = found[turns.size()];
			turns.add(new NewTurn(Objects.requireNonNull(speakers.get(voice(cast, turn).label())), turn.startsMs(),
					turn.endsMs(), said.get(turns.size()).words(),
					(question == QuestionFinder.NONE) ? null : asked.get(question).id(), null));
		}
		return turns;
	}

	private static Voice voice(Map<String, Voice> cast, Utterance turn) {
		return cast.getOrDefault(turn.speaker(), Voice.OTHER);
	}

	private Set<String> places(Long studyId) {
		return this.sessions.ofStudy(studyId)
			.stream()
			.map(SessionRow::site)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

}
