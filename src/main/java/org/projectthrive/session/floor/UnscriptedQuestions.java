package org.projectthrive.session.floor;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.session.notes.LiveSessions;
import org.projectthrive.session.notes.Topic;
import org.projectthrive.study.Membership;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens questions that nobody had planned under an id made by the browser, so that notes
 * can name them before the server has heard of them.
 */
@Service
@Transactional(readOnly = true)
class UnscriptedQuestions {

	private final JdbcClient jdbc;

	private final FloorService floor;

	private final LiveSessions live;

	UnscriptedQuestions(JdbcClient jdbc, FloorService floor, LiveSessions live) {
		this.jdbc = jdbc;
		this.floor = floor;
		this.live = live;
	}

	/** The same id, or the same words, again open nothing new. */
	@Transactional
	Opened open(Membership me, Long sessionId, UUID uuid, String wording) {
		Long studyId = me.study().id();
		this.floor.lock(me, sessionId);
		Optional<Named> known = named(uuid);
		if (known.isPresent()) {
			return known.filter((named) -> named.sessionId().equals(sessionId))
				.map((named) -> Opened.of(named.unscriptedQuestionId(), uuid))
				.orElseThrow(() -> new NotFound("unscripted question " + uuid));
		}
		Topic topic = this.live.open(studyId, sessionId, wording);
		Opened opened = Opened.of(Objects.requireNonNull(topic.unscriptedQuestionId()), uuid);
		this.jdbc.sql("""
				insert into unscripted_question_name (id, study_id, session_id, unscripted_question_id, named_at)
				values (?, ?, ?, ?, clock_timestamp())""").params(uuid, studyId, sessionId, opened.id()).update();
		return opened;
	}

	private Optional<Named> named(UUID uuid) {
		return this.jdbc.sql("select session_id, unscripted_question_id from unscripted_question_name where id = ?")
			.param(uuid)
			.query(Named.class)
			.optional();
	}

	/** The receipt for an unscripted question. */
	record Opened(Long id, String key, UUID uuid) {

		static Opened of(Long id, UUID uuid) {
			return new Opened(id, Topic.key(null, id), uuid);
		}

	}

	record Named(Long sessionId, Long unscriptedQuestionId) {
	}

}
