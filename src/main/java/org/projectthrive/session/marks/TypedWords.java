package org.projectthrive.session.marks;

import java.util.List;
import java.util.function.UnaryOperator;

import org.projectthrive.session.names.Covered;
import org.projectthrive.session.names.NameCover;
import org.projectthrive.session.names.SessionNames;

import org.springframework.stereotype.Component;

/** What somebody types in a session, without the names that are known. */
@Component
public class TypedWords {

	private final SessionNames names;

	private final ReplacedWords replaced;

	TypedWords(SessionNames names, ReplacedWords replaced) {
		this.names = names;
		this.replaced = replaced;
	}

	public Typed typed(Long studyId, Long sessionId, String key, String words) {
		return typed(studyId, sessionId, key, words, names(studyId, sessionId));
	}

	/**
	 * The same for one of several texts that are saved one after the other, each by
	 * itself.
	 */
	public Typed typed(Long studyId, Long sessionId, String key, String words, NamesAtHand atHand) {
		this.names.hold(studyId);
		NameCover cover = atHand.at(this.names.timesLearned(studyId), () -> this.names.cover(studyId, sessionId));
		return typed(studyId, sessionId, key, words, cover);
	}

	private Typed typed(Long studyId, Long sessionId, String key, String words, NameCover cover) {
		return new Typed(studyId, sessionId, new NamedText(key, "", "", words), cover, cover.cover(words),
				this.replaced);
	}

	/** The words as they may be stored. */
	public String cover(Long studyId, Long sessionId, String key, String words) {
		return covering(studyId, sessionId, key).apply(words);
	}

	/** The same for several texts, with the names looked up once. */
	public UnaryOperator<String> covering(Long studyId, Long sessionId, String key) {
		NameCover cover = names(studyId, sessionId);
		return (words) -> stored(typed(studyId, sessionId, key, words, cover));
	}

	private NameCover names(Long studyId, Long sessionId) {
		this.names.hold(studyId);
		return this.names.cover(studyId, sessionId);
	}

	private static String stored(Typed typed) {
		typed.keepReplaced();
		return typed.text();
	}

	/** Words and what covers the names in them. */
	public record Typed(Long studyId, Long sessionId, NamedText typed, NameCover cover, Covered covered,
			ReplacedWords replaced) {

		public String text() {
			return this.covered.text();
		}

		public String covered(String other) {
			return this.cover.covered(other);
		}

		/** Keeps what was replaced, if the study says so. */
		public void keepReplaced() {
			this.replaced.keep(this.studyId, this.sessionId, List.of(Rewording.covered(this.typed, this.covered)));
		}

	}

}
