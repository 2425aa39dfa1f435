package org.projectthrive.session.debrief;

import java.time.Duration;
import java.time.Instant;

import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.session.SessionStages;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the demo's six sessions were debriefed. */
@Component
@Order(61)
class DebriefDemo implements DemoPart {

	private static final String NOTE_TAKER = "second.facilitator@thrive.example";

	private static final Duration UNTIL_DEBRIEF = Duration.ofMinutes(20);

	private final DebriefRepository debriefs;

	private final SessionStages stages;

	private final AuditLog audit;

	private final JdbcClient jdbc;

	DebriefDemo(DebriefRepository debriefs, SessionStages stages, AuditLog audit, JdbcClient jdbc) {
		this.debriefs = debriefs;
		this.stages = stages;
		this.audit = audit;
		this.jdbc = jdbc;
	}

	@Override
	public void load(DemoStudy demo) {
		demo.actAs(NOTE_TAKER);
		for (String file : DemoStudy.SESSIONS) {
			load(demo, demo.yaml("sessions/" + file + ".yaml", new TypeReference<SessionFile>() {
			}));
		}
		demo.actAs(DemoMode.LEAD);
	}

	private void load(DemoStudy demo, SessionFile file) {
		Long sessionId = demo.id("session:" + file.number());
		Instant end = this.jdbc.sql("select ended_at from focus_group_session where id = ?")
			.param(sessionId)
			.query(Instant.class)
			.single();
		Debrief debrief = new Debrief(demo.studyId(), sessionId);
		debrief.write(file.debrief().form(), demo.id("person:" + NOTE_TAKER), end.plus(UNTIL_DEBRIEF));
		this.debriefs.saveAndFlush(debrief);
		this.audit.record(demo.studyId(), "debrief.written", sessionId);
		this.stages.debriefed(demo.studyId(), sessionId);
	}

	record SessionFile(int number, DebriefEntry debrief) {
	}

	record DebriefEntry(String topThemes, String surprises, String differences, String climate, String guideChanges) {

		DebriefForm form() {
			return new DebriefForm(this.topThemes, this.surprises, this.differences, this.climate, this.guideChanges,
					DebriefForm.NEW);
		}

	}

}
