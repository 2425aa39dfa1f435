package org.projectthrive.session.floor;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.floor.Changes.Asked;
import org.projectthrive.session.floor.Changes.Noted;
import org.projectthrive.session.notes.LiveSession;
import org.projectthrive.session.notes.LiveSessions;
import org.projectthrive.session.people.LiveRecordings;
import org.projectthrive.study.Membership;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what a screen has not seen. The change number is read first: all changes up to it
 * are committed, so that what is read after it misses none of them.
 */
@Service
@Transactional(readOnly = true)
class ChangesService {

	private static final int NOTES_AT_ONCE = 500;

	private final LiveSessions sessions;

	private final FloorRepository floor;

	private final ParkedRepository parked;

	private final ChangesRepository changes;

	private final LiveRecordings recordings;

	ChangesService(LiveSessions sessions, FloorRepository floor, ParkedRepository parked, ChangesRepository changes,
			LiveRecordings recordings) {
		this.sessions = sessions;
		this.floor = floor;
		this.parked = parked;
		this.changes = changes;
		this.recordings = recordings;
	}

	Changes after(Membership me, Long sessionId, long after) {
		Long studyId = me.study().id();
		LiveSession session = this.sessions.get(studyId, sessionId);
		List<Noted> notes = this.changes.notes(studyId, sessionId, me.personId(), after, NOTES_AT_ONCE + 1);
		boolean more = notes.size() > NOTES_AT_ONCE;
		List<Noted> some = more ? notes.subList(0, NOTES_AT_ONCE) : notes;
		long change = more ? some.get(NOTES_AT_ONCE - 1).change() : session.change();
		return new Changes(session.now().toEpochMilli(), millis(session.startedAt()), millis(session.endedAt()),
				session.minutes(), session.stage(), session.open(), change,
				session.isRunning() ? this.floor.current(sessionId).orElse(null) : null,
				this.recordings.of(studyId, session), this.floor.used(studyId, sessionId), topics(studyId, sessionId),
				this.parked.of(studyId, sessionId), some, this.changes.deleted(studyId, sessionId, after, change),
				more);
	}

	private List<Asked> topics(Long studyId, Long sessionId) {
		var names = this.changes.names(studyId, sessionId);
		return this.sessions.topics(studyId, sessionId)
			.stream()
			.map((topic) -> new Asked(topic.key(), topic.wording(), topic.minutes(), topic.probes(),
					!topic.isScripted(), names.get(topic.key())))
			.toList();
	}

	private static @Nullable Long millis(@Nullable Instant instant) {
		return (instant != null) ? instant.toEpochMilli() : null;
	}

}
