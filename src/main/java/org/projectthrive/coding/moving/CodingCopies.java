package org.projectthrive.coding.moving;

import java.util.List;
import java.util.function.UnaryOperator;

import org.projectthrive.session.marks.NameCopies;
import org.projectthrive.session.marks.StudyCopies;
import org.projectthrive.session.marks.TextColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What analysts wrote about words, and the words of flags, may hold names, too. */
@Component
class CodingCopies implements NameCopies, StudyCopies {

	private static final List<TextColumn> OF_SESSION = List.of(
			TextColumn.ofSession("coding", "id", "memo", 2000, "session_id = :session"),
			TextColumn.ofSession("coding_flag", "coding_id", "words_before", Integer.MAX_VALUE,
					"coding_id in (select id from coding where session_id = :session)"));

	private static final List<TextColumn> OF_STUDY = List.of(TextColumn.onceInStudy("theme", "name", 100).withVersion(),
			TextColumn.ofStudy("theme", "definition", 2000).withVersion(),
			TextColumn.ofStudy("theme", "use_when", 2000).withVersion(),
			TextColumn.ofStudy("theme", "not_when", 2000).withVersion(),
			TextColumn.ofStudy("theme", "example", 2000).withVersion());

	private final JdbcClient jdbc;

	CodingCopies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public int cover(Long studyId, Long sessionId, Covering covering) {
		return OF_SESSION.stream().mapToInt((column) -> column.cover(this.jdbc, studyId, sessionId, covering)).sum();
	}

	@Override
	public int cover(Long studyId, UnaryOperator<String> covering) {
		return OF_STUDY.stream().mapToInt((column) -> column.cover(this.jdbc, studyId, covering)).sum();
	}

}
