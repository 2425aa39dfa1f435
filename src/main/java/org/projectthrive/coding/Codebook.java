package org.projectthrive.coding;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The codebook as its page shows it, with what was coded. */
@Component
@Transactional(readOnly = true)
class Codebook {

	private final JdbcClient jdbc;

	Codebook(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All themes, parents before their children; the counts of a parent include its
	 * children's.
	 */
	List<Entry> entries(Long studyId) {
		return this.jdbc
			.sql("""
					select t.id, t.parent_id, t.name, t.definition, t.use_when, t.not_when, t.example, t.theme_group, t.colour,
					       t.retired_at is not null as retired, coalesce(used.codings, 0) as codings,
					       coalesce(used.sessions, 0) as sessions
					from theme t
					left join theme p on p.id = t.parent_id
					left join (
					  select over_it.id, count(*) as codings, count(distinct c.session_id) as sessions
					  from coding c
					  join theme own on own.id = c.theme_id
					  join theme over_it on over_it.id in (own.id, own.parent_id)
					  where c.study_id = :study group by over_it.id) used on used.id = t.id
					where t.study_id = :study
					order by coalesce(p.position, t.position), coalesce(p.id, t.id), t.parent_id nulls first, t.position, t.id
					limit 1000""")
			.param("study", studyId)
			.query(Entry.class)
			.list();
	}

	/** A theme with what it means and how much it was used. */
	record Entry(Long id, @Nullable Long parentId, String name, String definition, String useWhen, String notWhen,
			String example, String themeGroup, int colour, boolean retired, long codings, long sessions) {

		public boolean isParent() {
			return this.parentId == null;
		}

		/** Whether there is more to say than name and definition. */
		public boolean hasMore() {
			return !(this.useWhen + this.notWhen + this.example).isEmpty();
		}

	}

}
