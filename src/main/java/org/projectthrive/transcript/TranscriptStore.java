package org.projectthrive.transcript;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.TranscriptFiles.Decoded;
import org.projectthrive.transcript.file.TranscriptFormat;
import org.projectthrive.transcript.voice.Voice;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploads, transcripts, speakers and turns in the database. */
@Repository
class TranscriptStore {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	TranscriptStore(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	UUID keepUpload(Long studyId, Long sessionId, Long personId, Decoded file, Instant at) {
		this.jdbc.sql("delete from transcript_upload where session_id = ? and uploaded_by = ?")
			.params(sessionId, personId)
			.update();
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into transcript_upload (id, study_id, session_id, uploaded_by, uploaded_at, format, content)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(id, studyId, sessionId, personId, Timestamp.from(at), file.format().name(), file.text())
			.update();
		return id;
	}

	Optional<Decoded> findUpload(Long studyId, Long sessionId, UUID id) {
		return this.jdbc
			.sql("select format, content from transcript_upload where study_id = ? and session_id = ? and id = ?")
			.params(studyId, sessionId, id)
			.query((row, number) -> new Decoded(TranscriptFormat.valueOf(row.getString("format")),
					row.getString("content")))
			.optional();
	}

	/** The newest upload of a session that nobody has imported or discarded yet. */
	Optional<UUID> waitingUpload(Long studyId, Long sessionId) {
		return this.jdbc.sql(
				"select id from transcript_upload where study_id = ? and session_id = ? order by uploaded_at desc limit 1")
			.params(studyId, sessionId)
			.query(UUID.class)
			.optional();
	}

	int forgetUpload(Long studyId, Long sessionId, UUID id) {
		return this.jdbc.sql("delete from transcript_upload where study_id = ? and session_id = ? and id = ?")
			.params(studyId, sessionId, id)
			.update();
	}

	void forgetUploads(Long sessionId) {
		this.jdbc.sql("delete from transcript_upload where session_id = ?").param(sessionId).update();
	}

	int forgetUploadsBefore(Instant before) {
		return this.jdbc.sql("delete from transcript_upload where uploaded_at < ?")
			.param(Timestamp.from(before))
			.update();
	}

	Optional<TranscriptRow> find(Long studyId, Long sessionId) {
		return this.jdbc.sql("""
				select t.id, t.version, t.format, t.imported_at, p.name as imported_by, k.delete_by as file_until
				from transcript t join person p on p.id = t.imported_by
				left join kept_file k on k.transcript_id = t.id where t.study_id = ? and t.session_id = ?""")
			.params(studyId, sessionId)
			.query(TranscriptRow.class)
			.optional();
	}

	Long add(Long studyId, Long sessionId, TranscriptFormat format, Long personId, Instant at) {
		return this.jdbc.sql("""
				insert into transcript (study_id, session_id, format, imported_by, imported_at)
				values (?, ?, ?, ?, ?) returning id""")
			.params(studyId, sessionId, format.name(), personId, Timestamp.from(at))
			.query(Long.class)
			.single();
	}

	Long addSpeaker(Long studyId, Long transcriptId, Voice voice) {
		return this.jdbc.sql("""
				insert into speaker (study_id, transcript_id, label, participant_id, member_id)
				values (?, ?, ?, ?, ?) returning id""")
			.param(studyId)
			.param(transcriptId)
			.param(voice.label())
			.param(voice.participantId())
			.param(voice.memberId())
			.query(Long.class)
			.single();
	}

	/** Keeps turns in their order, the first at position 1. */
	void addTurns(Long studyId, Long transcriptId, Long sessionId, List<NewTurn> turns) {
		List<Object[]> rows = new ArrayList<>();
		for (NewTurn turn : turns) {
			rows.add(new @Nullable Object[] { studyId, transcriptId, sessionId, rows.size() + 1, turn.speakerId(),
					turn.startsMs(), turn.endsMs(), turn.text(), turn.questionId(), turn.unscriptedQuestionId() });
		}
		this.batches.batchUpdate(
				"""
						insert into turn (study_id, transcript_id, session_id, position, speaker_id, starts_ms, ends_ms, text,
						    question_id, unscripted_question_id) values (?, ?, ?, ?, ?, ?::int, ?::int, ?, ?::bigint, ?::bigint)""",
				rows);
	}

	List<TurnLine> turns(Long transcriptId) {
		return this.jdbc.sql("""
				select t.id, s.label as speaker, s.participant_id is not null as participant, t.starts_ms, t.text
				from turn t join speaker s on s.id = t.speaker_id where t.transcript_id = ? order by t.position""")
			.param(transcriptId)
			.query(TurnLine.class)
			.list();
	}

	List<SpeakerRow> speakers(Long transcriptId) {
		return this.jdbc.sql("""
				select s.id, s.label, s.participant_id, s.member_id, count(*) as turns from speaker s
				join turn t on t.speaker_id = s.id where s.transcript_id = ? group by s.id order by s.label""")
			.param(transcriptId)
			.query(SpeakerRow.class)
			.list();
	}

	/**
	 * Whether nobody has changed the transcript since it had this version; from here on
	 * it has the next.
	 */
	boolean advance(Long transcriptId, int version) {
		return this.jdbc.sql("update transcript set version = version + 1 where id = ? and version = ?")
			.params(transcriptId, version)
			.update() == 1;
	}

	/**
	 * Gives speakers to other people; those of one person become one speaker, and two may
	 * change places.
	 */
	void recast(Long transcriptId, Map<Long, Voice> voices) {
		voices.keySet()
			.forEach((speaker) -> this.jdbc.sql("update speaker set label = '#' || id where id = ?")
				.param(speaker)
				.update());
		Map<String, Long> kept = new HashMap<>();
		voices.forEach((speaker, voice) -> {
			Long first = kept.putIfAbsent(voice.label(), speaker);
			if (first == null) {
				this.jdbc.sql(
						"update speaker set label = ?, participant_id = ?, member_id = ? where transcript_id = ? and id = ?")
					.param(voice.label())
					.param(voice.participantId())
					.param(voice.memberId())
					.param(transcriptId)
					.param(speaker)
					.update();
			}
			else {
				this.jdbc.sql("update turn set speaker_id = ? where transcript_id = ? and speaker_id = ?")
					.params(first, transcriptId, speaker)
					.update();
				this.jdbc.sql("delete from speaker where id = ?").param(speaker).update();
			}
		});
	}

	void remove(Long transcriptId) {
		this.jdbc.sql("delete from transcript where id = ?").param(transcriptId).update();
	}

	/**
	 * A transcript as a whole.
	 *
	 * @param fileUntil the last day of its file as it came, if it is kept
	 */
	public record TranscriptRow(Long id, int version, TranscriptFormat format, Instant importedAt, String importedBy,
			@Nullable LocalDate fileUntil) {
	}

	/** A turn before it is kept. */
	record NewTurn(Long speakerId, @Nullable Integer startsMs, @Nullable Integer endsMs, String text,
			@Nullable Long questionId, @Nullable Long unscriptedQuestionId) {
	}

	/** A turn on the page. */
	public record TurnLine(Long id, String speaker, boolean participant, @Nullable Integer startsMs, String text) {
	}

	/** A speaker of a transcript. */
	public record SpeakerRow(Long id, String label, @Nullable Long participantId, @Nullable Long memberId, long turns) {

		/** Whom the speaker stands for, as forms have it. */
		public String voice() {
			if (this.participantId != null) {
				return "participant:" + this.participantId;
			}
			return (this.memberId != null) ? "facilitator:" + this.memberId : "other";
		}

	}

}
