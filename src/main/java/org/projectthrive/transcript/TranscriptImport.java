package org.projectthrive.transcript;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.SessionLock;
import org.projectthrive.session.Sessions;
import org.projectthrive.transcript.TranscriptStore.NewTurn;
import org.projectthrive.transcript.file.TranscriptFiles;
import org.projectthrive.transcript.file.TranscriptFiles.Decoded;
import org.projectthrive.transcript.file.TranscriptFormat;
import org.projectthrive.transcript.file.speech.TranscriptText;
import org.projectthrive.transcript.file.speech.Utterance;
import org.projectthrive.transcript.voice.Cast;
import org.projectthrive.transcript.voice.Voice;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of a file into a study: uploaded, looked at, and imported with codes for names,
 * or discarded. The file's own text is forgotten then, or after a day, unless the study
 * keeps files apart.
 */
@Service
@Transactional(readOnly = true)
class TranscriptImport {

	private static final Logger log = LoggerFactory.getLogger(TranscriptImport.class);

	private static final Duration KEPT = Duration.ofDays(1);

	private final TranscriptStore store;

	private final Sessions sessions;

	private final SessionLock lock;

	private final ImportMarks marks;

	private final Arrival arrival;

	private final AuditLog audit;

	private final Clock clock;

	TranscriptImport(TranscriptStore store, Sessions sessions, SessionLock lock, ImportMarks marks, Arrival arrival,
			AuditLog audit, Clock clock) {
		this.store = store;
		this.sessions = sessions;
		this.lock = lock;
		this.marks = marks;
		this.arrival = arrival;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Keeps a file for its preview; one that cannot be understood leaves nothing behind.
	 */
	@Transactional
	UUID upload(Long studyId, Long sessionId, Long personId, Decoded file, byte[] original) {
		requireReady(studyId, sessionId);
		TranscriptFiles.read(file, this.marks.cast(studyId, sessionId)::knows);
		UUID upload = this.store.keepUpload(studyId, sessionId, personId, file, this.clock.instant());
		this.arrival.hold(studyId, upload, original);
		this.audit.record(studyId, "transcript.uploaded", sessionId);
		return upload;
	}

	TranscriptFormat format(Long studyId, Long sessionId, UUID uploadId) {
		return uploaded(studyId, sessionId, uploadId).format();
	}

	Preview preview(Long studyId, Long sessionId, UUID uploadId) {
		Cast cast = this.marks.cast(studyId, sessionId);
		TranscriptText text = TranscriptFiles.read(uploaded(studyId, sessionId, uploadId), cast::knows);
		return Preview.of(text, cast).with(this.marks.voices(uploadId));
	}

	/**
	 * Makes the transcript.
	 * @param voices whom each speaker of the file stands for, in the order of the preview
	 * @param later whether marks may be left undecided
	 */
	@Transactional
	void importUpload(Long studyId, Long sessionId, UUID uploadId, Long personId, List<String> voices, boolean later) {
		this.lock.lock(studyId, sessionId);
		this.marks.holdNames(studyId);
		requireReady(studyId, sessionId);
		Preview preview = preview(studyId, sessionId, uploadId).chosen(voices);
		if (preview.isUnmapped()) {
			throw new RuleViolation("transcript.speakers.unmapped");
		}
		PreviewMarks marks = this.marks.of(studyId, sessionId, uploadId, preview);
		if (!later && marks.isOpen()) {
			throw new RuleViolation("transcript.marks.open");
		}
		Decoded file = uploaded(studyId, sessionId, uploadId);
		Long transcriptId = add(studyId, sessionId, personId, file);
		List<NewTurn> turns = turns(studyId, sessionId, transcriptId, preview, marks);
		this.store.addTurns(studyId, transcriptId, sessionId, turns);
		this.marks.imported(studyId, sessionId, personId, preview.cast(), marks, this.store.turns(transcriptId));
		this.arrival.follow(studyId, sessionId, transcriptId, uploadId);
		this.store.forgetUploads(sessionId);
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

	/** Whoever comes from a second tab is told that the first has imported it. */
	private Decoded uploaded(Long studyId, Long sessionId, UUID uploadId) {
		return this.store.findUpload(studyId, sessionId, uploadId)
			.orElseThrow(() -> this.store.find(studyId, sessionId).isPresent() ? new RuleViolation("transcript.once")
					: new NotFound("upload"));
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
	private List<NewTurn> turns(Long studyId, Long sessionId, Long transcriptId, Preview preview, PreviewMarks marks) {
		Map<String, Voice> cast = preview.cast();
		Map<String, Long> speakers = new HashMap<>();
		for (Voice voice : cast.values()) {
			speakers.computeIfAbsent(voice.label(), (label) -> this.store.addSpeaker(studyId, transcriptId, voice));
		}
		List<NewTurn> turns = new ArrayList<>();
		for (Utterance turn : preview.text().turns()) {
			turns.add(new NewTurn(Objects.requireNonNull(speakers.get(voice(cast, turn).label())), turn.startsMs(),
					turn.endsMs(), marks.words(turns.size()), null, null));
		}
		return turns;
	}

	private static Voice voice(Map<String, Voice> cast, Utterance turn) {
		return cast.getOrDefault(turn.speaker(), Voice.OTHER);
	}

}
