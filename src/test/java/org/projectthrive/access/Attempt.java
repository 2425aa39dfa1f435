package org.projectthrive.access;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.projectthrive.support.TestPerson;

/**
 * One request for a row of the table.
 *
 * @param person who asks; nobody is null
 * @param studyId the study of the path; the ids are the demo's all the same
 * @param other ids that replace those of the row
 * @param before statements that run before, over {@code :study} (of the demo) and
 * {@code :person}
 */
record Attempt(AccessRow row, @Nullable TestPerson person, Long studyId, Map<String, String> other, List<String> before,
		Token token) {

	enum Token {

		RIGHT, WRONG, NONE

	}

	Attempt(AccessRow row, @Nullable TestPerson person, Long studyId) {
		this(row, person, studyId, Map.of(), List.of(), Token.RIGHT);
	}

	Attempt with(String id, String value) {
		return new Attempt(this.row, this.person, this.studyId, Map.of(id, value), this.before, this.token);
	}

	Attempt after(String... statements) {
		return new Attempt(this.row, this.person, this.studyId, this.other, List.of(statements), this.token);
	}

	Attempt sending(Token sent) {
		return new Attempt(this.row, this.person, this.studyId, this.other, this.before, sent);
	}

}
