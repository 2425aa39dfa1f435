package org.projectthrive.coding.moving;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.marks.Rewording;
import org.projectthrive.session.marks.WordsFollower;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves codings with their words when names in a turn or note are replaced. */
@Component
class CodingFollower implements WordsFollower {

	/** Beyond every text: codings on their way do not meet those that have arrived. */
	private static final int AWAY = 1_000_000;

	private final JdbcClient jdbc;

	CodingFollower(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void follow(Long studyId, Rewording rewording) {
		String source = rewording.before().source();
		if (!source.equals("turn") && !source.equals("note")) {
			return;
		}
		boolean turn = source.equals("turn");
		Long turnId = turn ? Long.valueOf(rewording.before().id()) : null;
		UUID noteId = turn ? null : UUID.fromString(rewording.before().id());
		List<Place> places = places(studyId, turnId, noteId);
		places.forEach((place) -> put(place.id(), AWAY + place.startAt(), AWAY + place.endAt()));
		Map<Place, Long> arrived = new HashMap<>();
		for (Place place : places) {
			Place moved = place.moved(rewording);
			Long first = arrived.putIfAbsent(moved.as(0L), place.id());
			if (first == null) {
				put(place.id(), moved.startAt(), moved.endAt());
			}
			else {
				join(first, place.id());
			}
		}
	}

	private List<Place> places(Long studyId, @Nullable Long turnId, @Nullable UUID noteId) {
		return this.jdbc.sql("""
				select id, theme_id, analyst_id, start_at, end_at from coding
				where study_id = :study and (turn_id = :turn or note_id = :note) order by id for update""")
			.param("study", studyId)
			.param("turn", turnId)
			.param("note", noteId)
			.query(Place.class)
			.list();
	}

	private void put(Long id, int start, int end) {
		this.jdbc.sql("update coding set start_at = ?, end_at = ? where id = ?").params(start, end, id).update();
	}

	/**
	 * Two codings of an analyst with one theme, now on the same words, become one, with
	 * both memos as far as they fit.
	 */
	private void join(Long first, Long other) {
		this.jdbc.sql("""
				update coding f set starred = f.starred or o.starred,
				       memo = left(trim(both chr(10) from f.memo || chr(10) || o.memo), 2000)
				from coding o where f.id = ? and o.id = ?""").params(first, other).update();
		this.jdbc.sql("delete from coding where id = ?").param(other).update();
	}

	/** Where a coding is, in code points. */
	record Place(Long id, Long themeId, Long analystId, int startAt, int endAt) {

		Place moved(Rewording rewording) {
			String before = rewording.before().text();
			String after = rewording.after();
			int length = before.codePointCount(0, before.length());
			int start = rewording.moved(before.offsetByCodePoints(0, Math.min(this.startAt, length)), false);
			int end = rewording.moved(before.offsetByCodePoints(0, Math.min(this.endAt, length)), true);
			return new Place(this.id, this.themeId, this.analystId, after.codePointCount(0, start),
					after.codePointCount(0, end));
		}

		Place as(Long other) {
			return new Place(other, this.themeId, this.analystId, this.startAt, this.endAt);
		}

	}

}
