package org.projectthrive.transcript;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.session.keeping.FileSetting;
import org.projectthrive.session.keeping.FilesKept;
import org.projectthrive.transcript.file.TranscriptFormat;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of transcripts as they came, with the names in them: dropped, unless the
 * study keeps them apart until a day.
 */
@Service
@Transactional(readOnly = true)
class OriginalFiles {

	private final FileSetting setting;

	private final JdbcClient jdbc;

	private final AuditLog audit;

	OriginalFiles(FileSetting setting, JdbcClient jdbc, AuditLog audit) {
		this.setting = setting;
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** Until when the study keeps a file that is imported now. */
	Optional<LocalDate> keptUntil(Long studyId) {
		return this.setting.keptUntil(studyId);
	}

	/** Holds a file beside its upload, if it may have to be kept. */
	@Transactional
	void hold(Long studyId, UUID uploadId, byte[] content) {
		if (keptUntil(studyId).isPresent()) {
			this.jdbc.sql("update transcript_upload set original = ? where study_id = ? and id = ?")
				.params(content, studyId, uploadId)
				.update();
		}
	}

	/** Keeps the file of what is imported, if the study still says so. */
	@Transactional
	void keep(Long studyId, Long transcriptId, UUID uploadId) {
		keptUntil(studyId).ifPresent((until) -> this.jdbc.sql("""
				insert into kept_file (transcript_id, study_id, session_id, format, content, delete_by)
				select ?, study_id, session_id, format, original, ? from transcript_upload
				where study_id = ? and id = ? and original is not null""")
			.params(transcriptId, until, studyId, uploadId)
			.update());
	}

	/** The file itself; that somebody has fetched it is recorded. */
	@Transactional
	OriginalFile fetch(Long studyId, Long sessionId) {
		OriginalFile file = this.jdbc.sql("select format, content from kept_file where study_id = ? and session_id = ?")
			.params(studyId, sessionId)
			.query((row, number) -> new OriginalFile(TranscriptFormat.valueOf(row.getString("format")),
					row.getBytes("content")))
			.optional()
			.orElseThrow(() -> new NotFound("file of session " + sessionId));
		this.audit.record(studyId, "transcript.file.fetched", sessionId);
		return file;
	}

	/** Files that were kept get the new day, or go, those of uploads too. */
	@EventListener
	@Transactional
	public void follow(FilesKept kept) {
		LocalDate until = kept.until();
		if (until != null) {
			this.jdbc.sql("update kept_file set delete_by = ? where study_id = ?")
				.params(until, kept.studyId())
				.update();
			return;
		}
		this.jdbc.sql("delete from kept_file where study_id = ?").param(kept.studyId()).update();
		this.jdbc.sql("update transcript_upload set original = null where study_id = ?").param(kept.studyId()).update();
	}

	/** A file as it came. */
	static final class OriginalFile {

		private final TranscriptFormat format;

		private final byte[] content;

		OriginalFile(TranscriptFormat format, byte[] content) {
			this.format = format;
			this.content = content;
		}

		byte[] content() {
			return this.content;
		}

		String name(Long sessionId) {
			return "session-" + sessionId + switch (this.format) {
				case WEBVTT -> ".vtt";
				case SUBRIP -> ".srt";
				case WORD -> ".docx";
				case PLAIN_TEXT -> ".txt";
			};
		}

	}

}
