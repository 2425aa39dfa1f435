package org.projectthrive.retreat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo's retreat ended when each winner had an owner. */
@Component
@Order(120)
class ClosingDemo implements DemoPart {

	private static final Duration AGO = Duration.ofDays(14).minusHours(1);

	private final RetreatService retreats;

	private final JdbcClient jdbc;

	private final Clock clock;

	ClosingDemo(RetreatService retreats, JdbcClient jdbc, Clock clock) {
		this.retreats = retreats;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void load(DemoStudy demo) {
		demo.actAs(DemoMode.LEAD);
		this.retreats.close(demo.studyId(), "", demo.id("person:" + DemoMode.LEAD));
		this.jdbc.sql("update retreat set closed_at = ? where study_id = ?")
			.params(this.clock.instant().minus(AGO).atOffset(ZoneOffset.UTC), demo.studyId())
			.update();
	}

}
