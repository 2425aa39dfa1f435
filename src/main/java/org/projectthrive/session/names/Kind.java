package org.projectthrive.session.names;

import java.util.stream.Stream;

/** Why words are covered, or asked about. */
public enum Kind {

	/** A name that is known. */
	NAME("[person]"),

	/** A name that several people have. */
	SHARED("[name]"),

	/** A name that is a word as well. */
	WORD("[person]"),

	/** Almost a name that is known. */
	ALIKE("[person]"),

	INITIALS("[person]"),

	MAIL("[e-mail]"),

	LINK("[link]"),

	PHONE("[phone number]"),

	BIRTH("[date]"),

	RECORD("[record number]"),

	SOCIAL("[number]"),

	/** Somebody whom no list knows. */
	PERSON("[person]"),

	PLACE("[site]");

	private final String cover;

	Kind(String cover) {
		this.cover = cover;
	}

	/** What stands for words of this kind when nobody's code does. */
	public String cover() {
		return this.cover;
	}

	/** Whether words are what stands for some kind. */
	static boolean isCover(String words) {
		return Stream.of(values()).anyMatch((kind) -> kind.cover.equals(words));
	}

}
