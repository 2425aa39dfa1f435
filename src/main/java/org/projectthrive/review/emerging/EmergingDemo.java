package org.projectthrive.review.emerging;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo's confirmed themes under each question. */
@Component
@Order(92)
class EmergingDemo implements DemoPart {

	private final EmergingService emerging;

	EmergingDemo(EmergingService emerging) {
		this.emerging = emerging;
	}

	@Override
	public void load(DemoStudy demo) {
		demo.actAs("analyst@thrive.example");
		Map<String, Map<ThemeGroup, List<String>>> file = demo.yaml("emerging.yaml", new TypeReference<>() {
		});
		file.forEach((question,
				groups) -> groups.forEach((group,
						themes) -> themes.forEach((theme) -> this.emerging.decide(demo.studyId(),
								(UUID) demo.value("questionKey:" + question), demo.id("theme:" + theme), true, group,
								demo.id("person:analyst@thrive.example")))));
	}

}
