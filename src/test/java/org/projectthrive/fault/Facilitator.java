package org.projectthrive.fault;

import java.util.UUID;

import org.projectthrive.session.notes.RunningSession;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Somebody with an account who facilitates in a study, made in the database. */
record Facilitator(Long personId, Long studyId, Long memberId, String email) {

	static final String PASSWORD = "three quiet words";

	private static final String HASH = String.valueOf(new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode(PASSWORD));

	/** One in a study of its own. */
	static Facilitator make(JdbcClient database) {
		Facilitator alone = account(database);
		Long study = database
			.sql("insert into study (name, created_by, created_at) values ('Study to break', ?, now()) returning id")
			.param(alone.personId())
			.query(Long.class)
			.single();
		return alone.joining(database, study);
	}

	/** Another one in the same study. */
	Facilitator colleague(JdbcClient database) {
		return account(database).joining(database, this.studyId);
	}

	/** A running session of theirs. */
	static RunningSession session(JdbcClient database, Facilitator... all) {
		Long[] members = new Long[all.length];
		for (int i = 0; i < all.length; i++) {
			members[i] = all[i].memberId();
		}
		return RunningSession.make(database, all[0].studyId(), members);
	}

	private static Facilitator account(JdbcClient database) {
		String email = "facilitator." + UUID.randomUUID() + "@thrive.example";
		Long person = database
			.sql("insert into person (email, name, password_hash, created_at) values (?, 'F', ?, now()) returning id")
			.params(email, HASH)
			.query(Long.class)
			.single();
		return new Facilitator(person, 0L, 0L, email);
	}

	private Facilitator joining(JdbcClient database, Long study) {
		Long member = database
			.sql("insert into member (study_id, person_id, added_at) values (?, ?, now()) returning id")
			.params(study, this.personId)
			.query(Long.class)
			.single();
		database.sql("insert into member_role (member_id, role) values (?, 'FACILITATOR')").param(member).update();
		return new Facilitator(this.personId, study, member, this.email);
	}

}
