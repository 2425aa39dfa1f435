package org.projectthrive.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Every text column of every table, to look for what must not be stored. */
public final class StoredTexts {

	private StoredTexts() {
	}

	/**
	 * Where a pattern is found, as {@code table.column: text}.
	 * @param pattern of PostgreSQL; case does not matter
	 * @param except tables, or columns as {@code table.column}, that may hold it
	 */
	public static List<String> with(JdbcClient jdbc, String pattern, Set<String> except) {
		List<String> found = new ArrayList<>();
		jdbc.sql("""
				select c.table_name, c.column_name, c.data_type = 'bytea' as binary from information_schema.columns c
				join information_schema.tables t using (table_schema, table_name)
				where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in
				    ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY', 'tsvector')""")
			.query(Column.class)
			.list()
			.stream()
			.filter((column) -> !except.contains(column.tableName()) && !except.contains(column.name()))
			.forEach((column) -> jdbc
				.sql("select %s from \"%s\" where %1$s ~* ?".formatted(column.text(), column.tableName()))
				.param(pattern)
				.query(String.class)
				.list()
				.forEach((text) -> found.add(column.name() + ": " + text)));
		return found;
	}

	record Column(String tableName, String columnName, boolean binary) {

		String name() {
			return this.tableName + "." + this.columnName;
		}

		String text() {
			return this.binary ? "encode(\"" + this.columnName + "\", 'escape')" : "\"" + this.columnName + "\"::text";
		}

	}

}
