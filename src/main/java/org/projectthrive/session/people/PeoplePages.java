package org.projectthrive.session.people;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.Sessions;
import org.projectthrive.session.consent.ConsentItem;
import org.projectthrive.session.consent.ConsentTexts;
import org.projectthrive.session.consent.Consents;
import org.projectthrive.session.consent.Consents.Answer;
import org.projectthrive.session.people.PeoplePage.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who is expected in a session, for those who may see their names. */
@Service
@Transactional(readOnly = true)
class PeoplePages {

	private final Sessions sessions;

	private final ConsentTexts texts;

	private final Consents consents;

	private final Recordings recordings;

	private final JdbcClient jdbc;

	PeoplePages(Sessions sessions, ConsentTexts texts, Consents consents, Recordings recordings, JdbcClient jdbc) {
		this.sessions = sessions;
		this.texts = texts;
		this.consents = consents;
		this.recordings = recordings;
		this.jdbc = jdbc;
	}

	PeoplePage of(Long studyId, Long sessionId) {
		return new PeoplePage(this.sessions.get(studyId, sessionId), people(studyId, sessionId),
				this.texts.inForce(studyId), this.recordings.state(studyId, sessionId), others(studyId, sessionId));
	}

	private List<Person> people(Long studyId, Long sessionId) {
		Map<Long, Map<ConsentItem, Answer>> answers = this.consents.ofSession(studyId, sessionId);
		return this.jdbc.sql("""
				select p.id, p.code, p.profession, site.name as site, k.name, sp.attended
				from session_participant sp join participant p on p.id = sp.participant_id
				join site on site.id = p.site_id left join participant_key k on k.participant_id = p.id
				where p.study_id = ? and sp.session_id = ? order by length(p.code), p.code""")
			.params(studyId, sessionId)
			.query(Row.class)
			.stream()
			.map((row) -> new Person(row.id(), row.code(), row.profession(), row.site(), row.name(), row.attended(),
					answers.getOrDefault(row.id(), Map.of())))
			.toList();
	}

	private OthersForm others(Long studyId, Long sessionId) {
		return this.jdbc
			.sql("select others_present, others_roles from focus_group_session where study_id = ? and id = ?")
			.params(studyId, sessionId)
			.query(OthersForm.class)
			.single();
	}

	private record Row(Long id, String code, String profession, String site, @Nullable String name, boolean attended) {
	}

}
