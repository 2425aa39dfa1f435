package org.projectthrive.retreat.idea;

import java.util.List;
import java.util.function.UnaryOperator;

import org.projectthrive.session.marks.StudyCopies;
import org.projectthrive.session.marks.TextColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ideas that name somebody whom the roster did not know then. */
@Component
class IdeaCopies implements StudyCopies {

	private static final List<TextColumn> COLUMNS = List.of(TextColumn.onceInStudy("idea", "title", 200).withVersion(),
			TextColumn.ofStudy("idea", "text", 2000).withVersion());

	private final JdbcClient jdbc;

	IdeaCopies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public int cover(Long studyId, UnaryOperator<String> covering) {
		return COLUMNS.stream().mapToInt((column) -> column.cover(this.jdbc, studyId, covering)).sum();
	}

}
