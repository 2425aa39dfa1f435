package org.projectthrive.support;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.projectthrive.study.Role;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Makes studies for tests: each fresh, with one member per role. */
@TestComponent
public class TestStudies {

	private final JdbcClient jdbc;

	TestStudies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A study of its own with a lead, a facilitator, an analyst and a leader. */
	@Transactional
	public TestStudy fresh() {
		Map<Role, TestPerson> people = new EnumMap<>(Role.class);
		for (Role role : Role.values()) {
			people.put(role, person(role.name().toLowerCase(Locale.ROOT)));
		}
		Long studyId = insert("insert into study (name, created_by, created_at) values (?, ?, now()) returning id",
				"Study of a test", people.get(Role.LEAD).id());
		Map<Role, Long> members = new EnumMap<>(Role.class);
		people.forEach((role, person) -> members.put(role, member(studyId, person, role)));
		return new TestStudy(studyId, people, members);
	}

	/** The demo study. */
	public Long demoId() {
		return this.jdbc
			.sql("select min(m.study_id) from member m join person p on p.id = m.person_id where p.email = ?")
			.param("lead@thrive.example")
			.query(Long.class)
			.single();
	}

	/** Somebody who is in no study. */
	@Transactional
	public TestPerson person(String name) {
		Long id = insert(
				"insert into person (email, name, password_hash, created_at) values (?, ?, 'none', now()) returning id",
				name + "." + UUID.randomUUID() + "@thrive.example", "Test " + name);
		return new TestPerson(id, "Test " + name, false);
	}

	/** One of the demo's people. */
	public TestPerson demoPerson(String account) {
		return this.jdbc.sql("select id, name as display_name, administrator from person where email = ?")
			.param(account + "@thrive.example")
			.query(TestPerson.class)
			.single();
	}

	/** Adds somebody to a study and returns the member's id. */
	@Transactional
	public Long member(Long studyId, TestPerson person, Role... roles) {
		Long memberId = insert("insert into member (study_id, person_id, added_at) values (?, ?, now()) returning id",
				studyId, person.id());
		for (Role role : roles) {
			this.jdbc.sql("insert into member_role (member_id, role) values (?, ?)")
				.params(memberId, role.name())
				.update();
		}
		return memberId;
	}

	/** Runs an insert that returns an id. */
	public Long insert(String sql, Object... parameters) {
		return this.jdbc.sql(sql).params(parameters).query(Long.class).single();
	}

}
