package org.projectthrive.review.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.projectthrive.guide.PublishedGuides;
import org.projectthrive.guide.PublishedGuides.Question;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo's domains: nine that the guide asks, and the two that nobody asked. */
@Component
@Order(90)
class DomainDemo implements DemoPart {

	private static final Duration AGO = Duration.ofDays(14);

	private final DomainService domains;

	private final PublishedGuides guides;

	private final Clock clock;

	DomainDemo(DomainService domains, PublishedGuides guides, Clock clock) {
		this.domains = domains;
		this.guides = guides;
		this.clock = clock;
	}

	@Override
	public void load(DemoStudy demo) {
		demo.actAs("analyst@thrive.example");
		for (DomainRow row : this.domains.of(demo.studyId(), this.guides.everAsked(demo.studyId()))) {
			demo.put("domain:" + key(demo, row), row.id());
		}
		int position = this.guides.everAsked(demo.studyId()).stream().mapToInt(Question::position).max().orElse(0);
		later(demo, "difficult", "What makes the job difficult", Side.DIFFICULT, position + 1);
		later(demo, "well", "What happens when things go well", Side.GOES_WELL, position + 2);
	}

	private void later(DemoStudy demo, String key, String name, Side side, int position) {
		Domain domain = new Domain(demo.studyId(), name, side, position, demo.id("person:analyst@thrive.example"),
				this.clock.instant().minus(AGO));
		demo.put("domain:" + key, this.domains.add(domain, demo.studyId()));
	}

	private static String key(DemoStudy demo, DomainRow row) {
		for (int n = 1; n < 100; n++) {
			if (demo.has("questionKey:q" + n) && ((UUID) demo.value("questionKey:q" + n)).equals(row.questionKey())) {
				return "q" + n;
			}
		}
		throw new IllegalStateException("No question for domain " + row.id());
	}

}
