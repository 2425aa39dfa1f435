package org.projectthrive.guide;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;

import tools.jackson.core.type.TypeReference;

import org.projectthrive.guide.GuideTemplate.TemplateQuestion;
import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo's guide, published before its sessions took place. */
@Component
@Order(40)
class GuideDemo implements DemoPart {

	private static final Duration SINCE_PUBLICATION = Duration.ofDays(63);

	private final GuideRepository guides;

	private final Clock clock;

	GuideDemo(GuideRepository guides, Clock clock) {
		this.guides = guides;
		this.clock = clock;
	}

	@Override
	public void load(DemoStudy demo) {
		GuideTemplate template = demo.yaml("guide.yaml", new TypeReference<>() {
		});
		Guide guide = template.guideFor(demo.studyId());
		guide.publish(demo.id("person:" + DemoMode.LEAD), this.clock.instant().minus(SINCE_PUBLICATION));
		Guide saved = this.guides.saveAndFlush(guide);
		demo.put("guide", saved.id());
		Iterator<GuideQuestion> questions = saved.questions().iterator();
		for (TemplateQuestion asked : template.questions()) {
			GuideQuestion question = questions.next();
			demo.put("question:" + asked.key(), question.id());
			demo.put("questionKey:" + asked.key(), question.key());
		}
	}

}
