package org.projectthrive.transcript;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.SessionQuestions.Choice;
import org.projectthrive.transcript.question.Said;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where questions start in a transcript, as the database keeps it. */
@Repository
class StretchStore {

	/** So many changes can be undone. */
	private static final int KEPT = 20;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	StretchStore(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** The talk as the finder hears it. */
	List<Said> said(Long transcriptId) {
		return this.jdbc.sql("""
				select s.member_id is not null as facilitator, t.text as words, t.starts_ms
				from turn t join speaker s on s.id = t.speaker_id where t.transcript_id = ? order by t.position""")
			.param(transcriptId)
			.query(Said.class)
			.list();
	}

	/** The turns at which another question, or none, starts. */
	List<Mark> marks(Long transcriptId) {
		return this.jdbc
			.sql("""
					select t.id as turn_id, t.position, t.value, p.confidence from (
					  select id, position, coalesce('question:' || question_id, 'unscripted:' || unscripted_question_id, 'none') as value,
					         lag(coalesce('question:' || question_id, 'unscripted:' || unscripted_question_id, 'none'), 1, 'none')
					             over (order by position) as before
					  from turn where transcript_id = ?) t
					left join question_proposal p on p.turn_id = t.id
					where t.value <> t.before order by t.position""")
			.param(transcriptId)
			.query(Mark.class)
			.list();
	}

	/** The places of turns, by their ids. */
	Map<Long, Integer> positions(Long transcriptId) {
		return this.jdbc.sql("select id, position from turn where transcript_id = ?")
			.param(transcriptId)
			.query((row, number) -> Map.entry(row.getLong("id"), row.getInt("position")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Gives every turn the question of the mark before it. */
	void assign(Long studyId, Long transcriptId, List<Mark> marks, List<Choice> choices) {
		Map<String, Choice> byValue = choices.stream().collect(Collectors.toMap(Choice::value, Function.identity()));
		List<Object[]> rows = new ArrayList<>();
		for (int i = 0; i < marks.size(); i++) {
			Choice choice = byValue.get(marks.get(i).value());
			int end = (i + 1 < marks.size()) ? marks.get(i + 1).position() : Integer.MAX_VALUE;
			rows.add(new @Nullable Object[] { (choice != null) ? choice.questionId() : null,
					(choice != null) ? choice.unscriptedQuestionId() : null, transcriptId, marks.get(i).position(),
					end });
		}
		this.jdbc.sql("update turn set question_id = null, unscripted_question_id = null where transcript_id = ?")
			.param(transcriptId)
			.update();
		this.batches.batchUpdate("""
				update turn set question_id = ?::bigint, unscripted_question_id = ?::bigint
				where transcript_id = ? and position >= ? and position < ?""", rows);
		this.jdbc.sql("delete from question_proposal where transcript_id = ?").param(transcriptId).update();
		this.batches.batchUpdate(
				"insert into question_proposal (turn_id, study_id, transcript_id, confidence) values (?, ?, ?, ?)",
				marks.stream()
					.filter((mark) -> mark.confidence() != null)
					.map((mark) -> new @Nullable Object[] { mark.turnId(), studyId, transcriptId, mark.confidence() })
					.toList());
	}

	/** Keeps how it was, to be undone. */
	void remember(Long studyId, Long transcriptId, Long personId, Instant at, List<Mark> before) {
		this.jdbc
			.sql("""
					insert into question_change (study_id, transcript_id, changed_by, changed_at, starts, confirmed_at, confirmed_by)
					select study_id, id, ?, ?, ?, questions_confirmed_at, questions_confirmed_by from transcript
					where study_id = ? and id = ?""")
			.params(personId, Timestamp.from(at), before.stream().map(Mark::text).collect(Collectors.joining(" ")),
					studyId, transcriptId)
			.update();
		this.jdbc.sql("""
				delete from question_change where transcript_id = :id and id not in (
				  select id from question_change where transcript_id = :id order by id desc limit :kept)""")
			.param("id", transcriptId)
			.param("kept", KEPT)
			.update();
	}

	void confirm(Long transcriptId, Long personId, Instant at) {
		this.jdbc.sql("update transcript set questions_confirmed_at = ?, questions_confirmed_by = ? where id = ?")
			.params(Timestamp.from(at), personId, transcriptId)
			.update();
	}

	/** The newest change; it is forgotten, and so is what was confirmed by it. */
	Optional<String> takeBack(Long transcriptId) {
		return this.jdbc.sql("""
				with newest as (delete from question_change where id = (
				    select max(id) from question_change where transcript_id = :id) returning *)
				update transcript t set questions_confirmed_at = n.confirmed_at, questions_confirmed_by = n.confirmed_by
				from newest n where t.id = n.transcript_id returning n.starts""")
			.param("id", transcriptId)
			.query(String.class)
			.optional();
	}

	State state(Long transcriptId) {
		return this.jdbc.sql("""
				select t.questions_confirmed_at as confirmed_at, p.name as confirmed_by,
				       exists (select from question_change c where c.transcript_id = t.id) as undoable
				from transcript t left join person p on p.id = t.questions_confirmed_by where t.id = ?""")
			.param(transcriptId)
			.query(State.class)
			.single();
	}

	/**
	 * A turn at which a question starts.
	 *
	 * @param value of the question as forms have it
	 * @param confidence of a proposal, null for what a person has said
	 */
	record Mark(Long turnId, int position, String value, @Nullable Integer confidence) {

		String text() {
			return this.turnId + "=" + this.value + ((this.confidence != null) ? "=" + this.confidence : "");
		}

	}

	/** What has become of the proposals. */
	public record State(@Nullable Instant confirmedAt, @Nullable String confirmedBy, boolean undoable) {
	}

}
