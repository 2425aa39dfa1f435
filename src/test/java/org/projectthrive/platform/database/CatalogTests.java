package org.projectthrive.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What must be true of every table, now and later, asked of PostgreSQL's own catalog. */
@ThriveTest
class CatalogTests {

	/** Tables that belong to the server and not to a study. */
	private static final Set<String> OF_THE_SERVER = Set.of("flyway_schema_history", "spring_session",
			"spring_session_attributes", "scheduled_tasks", "rate_limit", "person", "one_time_link", "queue_key");

	/** Tables whose study may be unknown, or is that of their only parent, and why. */
	private static final Map<String, String> WITHOUT_STUDY = Map.ofEntries(
			Map.entry("audit_event", "accounts are audited too, outside any study"),
			Map.entry("mail_outbox", "mails about accounts are of no study"),
			Map.entry("member_role", "a set of values of its member"),
			Map.entry("member_expertise", "a set of values of its member"),
			Map.entry("guide_question_component", "a set of values of its question"),
			Map.entry("session_facilitator", "read only together with its session"),
			Map.entry("session_participant", "read only together with its session"),
			Map.entry("finding_theme", "read only together with its finding"),
			Map.entry("idea_theme", "read only together with its idea"),
			Map.entry("idea_finding", "read only together with its idea"));

	private static final String FOREIGN_KEYS = """
			select k.conname as name, c.relname as child, p.relname as parent,
				(select string_agg('c.' || quote_ident(a.attname) || ' = p.' || quote_ident(b.attname), ' and ')
					from unnest(k.conkey, k.confkey) o (own, other)
					join pg_attribute a on a.attrelid = k.conrelid and a.attnum = o.own
					join pg_attribute b on b.attrelid = k.confrelid and b.attnum = o.other) as condition,
				exists (select from pg_index i where i.indrelid = k.conrelid
					and (string_to_array(i.indkey::text, ' '))[1:cardinality(k.conkey)] @> k.conkey::text[]) as indexed
			from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
			where k.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 1""";

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("every table with data of a study says of which")
	void tablesOfStudiesSayOfWhich() {
		Set<String> tables = Set.copyOf(names("""
				select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"""));
		Set<String> saying = Set.copyOf(names("""
				select table_name from information_schema.columns
				where table_schema = 'public' and column_name = 'study_id' and is_nullable = 'NO'"""));

		assertThat(tables)
			.filteredOn((table) -> !saying.contains(table) && !OF_THE_SERVER.contains(table)
					&& !WITHOUT_STUDY.containsKey(table) && !table.equals("study"))
			.as("tables without study_id not null")
			.isEmpty();
		assertThat(WITHOUT_STUDY.keySet()).as("reasons for tables that need none")
			.allSatisfy((table) -> assertThat(tables).contains(table))
			.noneMatch(saying::contains);
	}

	@Test
	@DisplayName("every study_id is that of a study")
	void studyIdsAreForeignKeys() {
		assertThat(
				names("""
						select c.table_name from information_schema.columns c
						where c.table_schema = 'public' and c.column_name = 'study_id' and not exists (
							select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
							where k.contype = 'f' and k.conrelid = c.table_name::regclass and a.attname = 'study_id')"""))
			.isEmpty();
	}

	@Test
	@DisplayName("no row belongs to another study than what it refers to")
	void childrenAreOfTheStudyOfTheirParents() {
		Set<String> saying = Set.copyOf(names("""
				select table_name from information_schema.columns
				where table_schema = 'public' and column_name = 'study_id'"""));
		List<ForeignKey> checked = foreignKeys().stream()
			.filter((key) -> saying.contains(key.child()) && saying.contains(key.parent()))
			.toList();

		List<String> strays = new ArrayList<>();
		for (ForeignKey key : checked) {
			long count = this.jdbc
				.sql("select count(*) from " + key.child() + " c join " + key.parent() + " p on " + key.condition()
						+ " where c.study_id is distinct from p.study_id")
				.query(Long.class)
				.single();
			if (count > 0) {
				strays.add(count + " rows by " + key.name());
			}
		}

		assertThat(checked).isNotEmpty();
		assertThat(strays).isEmpty();
	}

	@Test
	@DisplayName("every foreign key is found by an index, but those to a person: nobody is ever removed")
	void foreignKeysAreIndexed() {
		assertThat(foreignKeys()).filteredOn((key) -> !key.indexed() && !key.parent().equals("person"))
			.extracting(ForeignKey::toString)
			.isEmpty();
	}

	private List<ForeignKey> foreignKeys() {
		return this.jdbc.sql(FOREIGN_KEYS).query(ForeignKey.class).list();
	}

	private List<String> names(String sql) {
		return this.jdbc.sql(sql).query(String.class).list();
	}

	record ForeignKey(String name, String child, String parent, String condition, boolean indexed) {

		@Override
		public String toString() {
			return this.child + " to " + this.parent + " on " + this.condition;
		}

	}

}
