package org.projectthrive.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.session.marks.Mark;
import org.projectthrive.session.marks.MarkChoice;
import org.projectthrive.session.marks.Marks;
import org.projectthrive.session.marks.NamedText;
import org.projectthrive.session.marks.ReplacedWords;
import org.projectthrive.session.marks.Rewording;
import org.projectthrive.session.names.NameCover;
import org.projectthrive.transcript.TranscriptStore.TurnLine;
import org.projectthrive.transcript.voice.Cast;
import org.projectthrive.transcript.voice.Casting;
import org.projectthrive.transcript.voice.LabelMemory;
import org.projectthrive.transcript.voice.Voice;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is decided about a file before it is imported: who is who, and what becomes of
 * words that may give somebody away. It is forgotten with the upload.
 */
@Service
@Transactional(readOnly = true)
class ImportMarks {

	private final Casting casting;

	private final LabelMemory labels;

	private final Marks marks;

	private final ReplacedWords replaced;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	ImportMarks(Casting casting, LabelMemory labels, Marks marks, ReplacedWords replaced, JdbcClient jdbc,
			AuditLog audit) {
		this.casting = casting;
		this.labels = labels;
		this.marks = marks;
		this.replaced = replaced;
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** Lets the roster learn no name until the end of the transaction. */
	@Transactional(propagation = Propagation.MANDATORY)
	void holdNames(Long studyId) {
		this.casting.hold(studyId);
	}

	Cast cast(Long studyId, Long sessionId) {
		return this.casting.of(studyId, sessionId);
	}

	/** Whom the speakers were said to stand for; none before anything was said. */
	List<String> voices(UUID uploadId) {
		String voices = this.jdbc.sql("select voices from transcript_upload where id = ?")
			.param(uploadId)
			.query(String.class)
			.optional()
			.orElse("");
		return voices.isEmpty() ? List.of() : List.of(voices.split("\n", -1));
	}

	PreviewMarks of(Long studyId, Long sessionId, UUID uploadId, Preview preview) {
		Map<String, String> decisions = this.jdbc
			.sql("select place, cover from upload_decision where study_id = ? and upload_id = ?")
			.params(studyId, uploadId)
			.query((row, number) -> Map.entry(row.getString("place"), row.getString("cover")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		NameCover cover = cast(studyId, sessionId).cover(preview.cast());
		return PreviewMarks.of(preview.text().turns(), cover, decisions);
	}

	/**
	 * Keeps who is who, and what was chosen for a mark.
	 * @param choice the value of a button, or empty
	 */
	@Transactional
	void decide(Long studyId, Long sessionId, UUID uploadId, Preview preview, String choice) {
		String voices = preview.speakers().stream().map(Preview.Heard::voice).collect(Collectors.joining("\n"));
		this.jdbc.sql("update transcript_upload set voices = ? where study_id = ? and id = ?")
			.params(voices, studyId, uploadId)
			.update();
		if (!choice.isEmpty()) {
			MarkChoice chosen = MarkChoice.of(choice);
			for (Mark mark : chosen.among(of(studyId, sessionId, uploadId, preview).all())) {
				decide(studyId, uploadId, mark, chosen);
			}
		}
		this.audit.record(studyId, "transcript.upload.decided", sessionId);
	}

	/**
	 * Takes along what was kept, forgets or keeps what was replaced, and remembers who
	 * was who.
	 */
	@Transactional
	void imported(Long studyId, Long sessionId, Long personId, Map<String, Voice> cast, PreviewMarks decided,
			List<TurnLine> turns) {
		NameCover cover = this.casting.of(studyId, sessionId).cover(Map.of());
		List<String> kept = new ArrayList<>();
		List<Rewording> rewordings = new ArrayList<>();
		for (int turn = 0; turn < turns.size(); turn++) {
			TurnLine line = turns.get(turn);
			NamedText text = TurnTexts.text(line.id(), turn + 1, line.text());
			kept.addAll(decided.kept(turn, Mark.in(text, cover.scan(line.text()))));
			rewordings.addAll(decided.rewordings(turn));
		}
		this.marks.keep(studyId, sessionId, personId, kept);
		this.replaced.keep(studyId, sessionId, rewordings);
		this.labels.remember(studyId, new HashMap<>(cast));
	}

	private void decide(Long studyId, UUID uploadId, Mark mark, MarkChoice chosen) {
		this.jdbc.sql("delete from upload_decision where study_id = ? and upload_id = ? and place = ?")
			.params(studyId, uploadId, mark.place())
			.update();
		if (!chosen.isUndo()) {
			this.jdbc.sql("insert into upload_decision (upload_id, study_id, place, cover) values (?, ?, ?, ?)")
				.params(uploadId, studyId, mark.place(), chosen.isKeep() ? "" : chosen.cover(mark))
				.update();
		}
	}

}
