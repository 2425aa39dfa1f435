package org.projectthrive.coding.moving;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.projectthrive.coding.moving.Place.Fate;
import org.projectthrive.session.marks.Rewording;
import org.projectthrive.session.marks.WordSource;
import org.projectthrive.session.marks.WordsChanged;
import org.projectthrive.session.marks.WordsForgotten;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words that flagged codings were given to. They are told as they stand in the
 * earlier version they come from: without the names that were taken out of it, and not at
 * all once nobody shall read it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FlaggedWords {

	private static final String OF_SOURCE = """
			study_id = :study and coding_id in (select id from coding where turn_id = :turn or note_id = :note)""";

	private final JdbcClient jdbc;

	private final Clock clock;

	FlaggedWords(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	void onForgetting(WordsForgotten forgotten) {
		Rewording covering = forgotten.covering();
		if (covering == null) {
			blank(forgotten.studyId(), forgotten.source());
			return;
		}
		ofSource(forgotten.studyId(), forgotten.source()).forEach((flag) -> {
			Flag now = flag.covered(covering, forgotten.version());
			if (!now.equals(flag)) {
				this.jdbc.sql("update coding_flag set words_before = ?, start_before = ? where coding_id = ?")
					.params(now.wordsBefore(), now.startBefore(), now.codingId())
					.update();
			}
		});
	}

	/**
	 * The first look at a flagged coding counts: what its words were then is kept, and
	 * that they are gone until they are back.
	 */
	void add(WordsChanged change, Long codingId, int start, String words, Fate fate) {
		this.jdbc
			.sql("""
					insert into coding_flag (coding_id, study_id, words_before, start_before, version_before, gone, flagged_at)
					values (:coding, :study, :words, :start, coalesce(
					    (select max(version) from turn_revision where turn_id = :turn and text = :text),
					    (select max(version) from note_revision where note_id = :note and accepted and text = :text), -1),
					    :gone, :at)
					on conflict (coding_id) do update set gone = coding_flag.gone or excluded.gone""")
			.param("coding", codingId)
			.param("study", change.studyId())
			.param("words", words)
			.param("start", start)
			.param("turn", change.source().turnId())
			.param("note", change.source().noteId())
			.param("text", change.before())
			.param("gone", fate == Fate.GONE)
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
	}

	void say(Long codingId, String words) {
		this.jdbc.sql("update coding_flag set words_before = ? where coding_id = ?").params(words, codingId).update();
	}

	/** Also what another coding was given to that is now one with it. */
	void tell(Long codingId, String words) {
		this.jdbc.sql("update coding_flag set words_before = words_before || ? where coding_id = ?")
			.params("\n" + words, codingId)
			.update();
	}

	void remove(Long codingId) {
		this.jdbc.sql("delete from coding_flag where coding_id = ?").param(codingId).update();
	}

	/** Nobody shall read them. */
	void blank(Long studyId, WordSource source) {
		this.jdbc.sql("update coding_flag set words_before = '' where " + OF_SOURCE)
			.param("study", studyId)
			.param("turn", source.turnId())
			.param("note", source.noteId())
			.update();
	}

	private List<Flag> ofSource(Long studyId, WordSource source) {
		return this.jdbc.sql(
				"select coding_id, words_before, start_before, version_before from coding_flag where words_before <> '' and "
						+ OF_SOURCE + " order by coding_id")
			.param("study", studyId)
			.param("turn", source.turnId())
			.param("note", source.noteId())
			.query(Flag.class)
			.list();
	}

	/** What a coding was given to, and where that stood in an earlier version. */
	record Flag(Long codingId, String wordsBefore, int startBefore, int versionBefore) {

		/** The same in a version from which names were taken. */
		Flag covered(Rewording covering, int version) {
			if (this.versionBefore != version) {
				return new Flag(this.codingId, covering.quoted(this.wordsBefore), this.startBefore, this.versionBefore);
			}
			Place place = Place.covered(covering, this.startBefore,
					this.startBefore + this.wordsBefore.codePointCount(0, this.wordsBefore.length()));
			String words = WordMove.isAt(covering.before().text(), this.startBefore, this.wordsBefore)
					? WordMove.cut(covering.after(), place.start(), place.end()) : covering.quoted(this.wordsBefore);
			return new Flag(this.codingId, words, place.start(), this.versionBefore);
		}

	}

}
