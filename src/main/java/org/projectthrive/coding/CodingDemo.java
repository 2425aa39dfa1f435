package org.projectthrive.coding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.platform.demo.DemoTranscript;
import org.projectthrive.platform.demo.DemoTranscript.Line;
import org.projectthrive.platform.demo.DemoTranscript.Mark;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The demo's codebook, and what its two analysts have coded: each as first reader of
 * every other session.
 */
@Component
@Order(80)
class CodingDemo implements DemoPart {

	private static final List<String> ANALYSTS = List.of("analyst@thrive.example", "second.analyst@thrive.example");

	private final ThemeRepository themes;

	private final JdbcTemplate jdbc;

	private final AuditLog audit;

	private final Clock clock;

	CodingDemo(ThemeRepository themes, JdbcTemplate jdbc, AuditLog audit, Clock clock) {
		this.themes = themes;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public void load(DemoStudy demo) {
		codebook(demo);
		Extra extra = demo.yaml("codings.yaml", new TypeReference<>() {
		});
		List<Object[]> rows = new ArrayList<>();
		for (int n = 1; n <= DemoStudy.SESSIONS.size(); n++) {
			rows.addAll(session(demo, n, extra));
		}
		this.jdbc.batchUpdate(
				"""
						insert into coding (study_id, session_id, turn_id, note_id, theme_id, analyst_id, start_at, end_at, memo,
						    starred, coded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				rows);
	}

	private void codebook(DemoStudy demo) {
		demo.actAs(ANALYSTS.get(0));
		List<ThemeEntry> entries = demo.yaml("codebook.yaml", new TypeReference<>() {
		});
		for (ThemeEntry entry : entries) {
			Theme theme = new Theme(demo.studyId(), entry.meaning(), entry.groupOrNone(), entry.colour(),
					entries.indexOf(entry) + 1);
			if (entry.parent() != null) {
				theme.moveUnder(this.themes.ofStudy(demo.studyId(), demo.id("theme:" + entry.parent())).orElseThrow(),
						false);
			}
			Long id = this.themes.save(theme).id();
			demo.put("theme:" + entry.key(), id);
			this.audit.record(demo.studyId(), "theme.created", id);
		}
	}

	private List<Object[]> session(DemoStudy demo, int n, Extra extra) {
		List<String> readers = (n % 2 == 1) ? ANALYSTS : List.of(ANALYSTS.get(1), ANALYSTS.get(0));
		List<Object[]> rows = new ArrayList<>();
		for (Line line : DemoTranscript.read(demo, DemoStudy.SESSIONS.get(n - 1))) {
			for (Mark mark : line.marks()) {
				rows.add(turn(demo, n, line, mark, readers.get(0), extra));
				if (mark.both()) {
					rows.add(turn(demo, n, line, mark, readers.get(1), Extra.NONE));
				}
			}
		}
		extra.notes()
			.stream()
			.filter((note) -> note.session() == n)
			.forEach((note) -> rows.add(note(demo, note, readers)));
		demo.actAs(readers.get(0));
		this.audit.record(demo.studyId(), "words.coded", demo.id("session:" + n));
		return rows;
	}

	private Object[] turn(DemoStudy demo, int n, Line line, Mark mark, String reader, Extra extra) {
		Span span = new Span(mark.start(), mark.end());
		Remark remark = extra.on(n, span.in(line.text()));
		return new Object[] { demo.studyId(), demo.id("session:" + n), demo.id("turn:" + n + ":" + line.position()),
				null, demo.id("theme:" + mark.theme()), demo.id("person:" + reader), span.start(), span.end(),
				remark.memo(), remark.starred(), codedAt() };
	}

	private Object[] note(DemoStudy demo, NoteEntry note, List<String> readers) {
		Object noteId = demo.value("note:" + note.session() + ":" + note.note());
		Span whole = Span.whole(Objects
			.requireNonNull(this.jdbc.queryForObject("select text from note where id = ?", String.class, noteId)));
		return new Object[] { demo.studyId(), demo.id("session:" + note.session()), null, noteId,
				demo.id("theme:" + note.theme()), demo.id("person:" + readers.get(0)), whole.start(), whole.end(), "",
				false, codedAt() };
	}

	/** Some days ago, out of the reach of undo. */
	private Timestamp codedAt() {
		return Timestamp.from(this.clock.instant().minus(Duration.ofDays(3)));
	}

	/** A line of the codebook file. */
	record ThemeEntry(String key, @Nullable String parent, String name, @Nullable ThemeGroup group, int colour,
			String definition, @Nullable String example) {

		Meaning meaning() {
			return new Meaning(this.name, this.definition, "", "", (this.example != null) ? this.example : "");
		}

		ThemeGroup groupOrNone() {
			return (this.group != null) ? this.group : ThemeGroup.NONE;
		}

	}

	/** What was coded beside the marks of the transcripts. */
	record Extra(List<NoteEntry> notes, List<Remark> remarks) {

		static final Extra NONE = new Extra(List.of(), List.of());

		Remark on(int session, String words) {
			return this.remarks.stream()
				.filter((remark) -> remark.session() == session && remark.words().equals(words))
				.findFirst()
				.orElse(Remark.NONE);
		}

	}

	/** A live note that carries a theme. */
	record NoteEntry(int session, int note, String theme) {
	}

	/** A star or memo on coded words. */
	record Remark(int session, String words, boolean starred, String memo) {

		static final Remark NONE = new Remark(0, "", false, "");

		Remark(int session, String words, boolean starred, @Nullable String memo) {
			this.session = session;
			this.words = words;
			this.starred = starred;
			this.memo = (memo != null) ? memo : "";
		}

	}

}
