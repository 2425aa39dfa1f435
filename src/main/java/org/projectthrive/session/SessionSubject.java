package org.projectthrive.session;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.projectthrive.platform.live.LiveSubject;
import org.projectthrive.study.StudyAccess;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions are signalled to those to whom they are open, whenever they change. */
@Component
public class SessionSubject implements LiveSubject {

	/** Of signals about sessions. */
	public static final String NAME = "session";

	private final JdbcClient jdbc;

	private final StudyAccess access;

	private final Sessions sessions;

	SessionSubject(JdbcClient jdbc, StudyAccess access, Sessions sessions) {
		this.jdbc = jdbc;
		this.access = access;
		this.sessions = sessions;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Map<Long, Long> changes(Collection<Long> ids) {
		return this.jdbc.sql("select session_id, last from session_change where session_id in (:ids)")
			.param("ids", ids)
			.query(Change.class)
			.list()
			.stream()
			.collect(Collectors.toMap(Change::sessionId, Change::last));
	}

	@Override
	@Transactional(readOnly = true)
	public boolean isOpenTo(Long studyId, Long personId, Long id) {
		return this.access.find(studyId, personId).filter((member) -> this.sessions.isOpenTo(member, id)).isPresent();
	}

	record Change(Long sessionId, long last) {
	}

}
