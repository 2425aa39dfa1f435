package org.projectthrive.coding;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The codebook's themes as later steps read them. */
@Service
@Transactional(readOnly = true)
public class Themes {

	private final JdbcClient jdbc;

	Themes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All themes that are not retired, parents before their children, at most 500. */
	public List<ThemeRow> ofStudy(Long studyId) {
		return this.jdbc
			.sql("""
					select t.id, t.parent_id, t.name, t.definition, t.theme_group, t.colour
					from theme t left join theme p on p.id = t.parent_id
					where t.study_id = ? and t.retired_at is null
					order by coalesce(p.position, t.position), coalesce(p.id, t.id), t.parent_id nulls first, t.position, t.id
					limit 500""")
			.param(studyId)
			.query(ThemeRow.class)
			.list();
	}

	/**
	 * A theme.
	 *
	 * @param themeGroup DESIRE, BARRIER, POSITIVE, NEGATIVE or NONE
	 * @param colour one of twelve hues, 1 to 12
	 */
	public record ThemeRow(Long id, @Nullable Long parentId, String name, String definition, String themeGroup,
			int colour) {
	}

}
