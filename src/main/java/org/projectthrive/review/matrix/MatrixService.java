package org.projectthrive.review.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.CodedWords;
import org.projectthrive.coding.CodedWords.ThemeInSession;
import org.projectthrive.coding.Themes;
import org.projectthrive.coding.Themes.ThemeRow;
import org.projectthrive.review.matrix.Matrix.Cell;
import org.projectthrive.review.matrix.Matrix.Column;
import org.projectthrive.review.matrix.Matrix.Row;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the matrix in five statements: sessions, who came, what was written, codings,
 * themes.
 */
@Service
@Transactional(readOnly = true)
class MatrixService {

	private final Sessions sessions;

	private final CodedWords codedWords;

	private final Themes themes;

	private final JdbcClient jdbc;

	MatrixService(Sessions sessions, CodedWords codedWords, Themes themes, JdbcClient jdbc) {
		this.sessions = sessions;
		this.codedWords = codedWords;
		this.themes = themes;
		this.jdbc = jdbc;
	}

	/**
	 * The matrix of a study.
	 * @param site only sessions of this site, all when null
	 * @param profession only sessions in which somebody of this profession took part
	 * @param kind only SITE or MAKE_UP sessions, all when null
	 */
	Matrix of(Long studyId, @Nullable String site, @Nullable String profession, @Nullable String kind) {
		Map<Long, Set<String>> professions = this.sessions.professions(studyId);
		List<SessionRow> held = this.sessions.ofStudy(studyId).stream().filter(SessionRow::isHeld).toList();
		List<Written> written = written(studyId);
		List<Column> columns = written.stream().map(Written::column).distinct().toList();
		Found found = found(studyId);
		List<Row> rows = held.stream()
			.filter((session) -> site == null || site.equals(session.site()))
			.filter((session) -> profession == null
					|| professions.getOrDefault(session.id(), Set.of()).contains(profession))
			.filter((session) -> kind == null || kind.equals(session.kind()))
			.map((session) -> row(session, columns, written, found))
			.toList();
		return new Matrix(columns, rows,
				held.stream().map(SessionRow::site).filter(Objects::nonNull).distinct().sorted().toList(),
				professions.values().stream().flatMap(Set::stream).distinct().sorted().toList());
	}

	private static Row row(SessionRow session, List<Column> columns, List<Written> written, Found found) {
		Map<Long, List<Written>> ofSession = written.stream()
			.filter((line) -> session.id().equals(line.sessionId()))
			.collect(Collectors.groupingBy(Written::domainId));
		String stage = ofSession.values().stream().map((lines) -> lines.get(0).stage()).findFirst().orElse(null);
		return new Row(session, stage,
				columns.stream()
					.map((column) -> cell(column, ofSession.getOrDefault(column.domainId(), List.of()),
							found.in(session.id(), column.questionKey())))
					.toList());
	}

	private static Cell cell(Column column, List<Written> lines, List<ThemeRow> themes) {
		List<String> points = lines.stream().map(Written::text).filter(Objects::nonNull).toList();
		return new Cell(column, !lines.isEmpty() && lines.get(0).notDiscussed(),
				lines.isEmpty() ? null : lines.get(0).leaning(), points, themes);
	}

	private Found found(Long studyId) {
		Map<Long, ThemeRow> byId = this.themes.ofStudy(studyId)
			.stream()
			.collect(Collectors.toMap(ThemeRow::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
		Map<Place, Set<Long>> places = this.codedWords.byQuestionAndSession(studyId)
			.stream()
			.collect(Collectors.groupingBy((one) -> new Place(one.sessionId(), one.questionKey()),
					Collectors.mapping(ThemeInSession::themeId, Collectors.toSet())));
		return new Found(byId, places);
	}

	/**
	 * One line per point; a cell without points, and a domain without cells, have one
	 * line as well.
	 */
	private List<Written> written(Long studyId) {
		return this.jdbc.sql("""
				select d.id as domain_id, d.name, d.question_key, s.session_id, s.stage,
				       coalesce(c.not_discussed, false) as not_discussed, c.leaning, p.text
				from domain d
				left join summary_cell c on c.domain_id = d.id
				left join session_summary s on s.id = c.summary_id
				left join summary_point p on p.cell_id = c.id
				where d.study_id = ?
				order by d.question_key is null, d.position, d.id, s.session_id, p.position, p.id limit 20000""")
			.param(studyId)
			.query(Written.class)
			.list();
	}

	/** One point of one cell. */
	private record Written(Long domainId, String name, @Nullable UUID questionKey, @Nullable Long sessionId,
			@Nullable String stage, boolean notDiscussed, @Nullable String leaning, @Nullable String text) {

		Column column() {
			return new Column(this.domainId, this.name, this.questionKey);
		}

	}

	private record Place(Long sessionId, @Nullable UUID questionKey) {
	}

	/** The themes that were coded, by session and question, in the codebook's order. */
	private record Found(Map<Long, ThemeRow> themes, Map<Place, Set<Long>> places) {

		List<ThemeRow> in(Long sessionId, @Nullable UUID questionKey) {
			Set<Long> here = (questionKey != null)
					? this.places.getOrDefault(new Place(sessionId, questionKey), Set.of()) : Set.of();
			return this.themes.values().stream().filter((theme) -> here.contains(theme.id())).toList();
		}

	}

}
