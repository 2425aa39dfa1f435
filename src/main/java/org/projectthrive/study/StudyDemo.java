package org.projectthrive.study;

import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo study itself. */
@Component
@Order(20)
class StudyDemo implements DemoPart {

	private final StudyService studies;

	StudyDemo(StudyService studies) {
		this.studies = studies;
	}

	@Override
	public void load(DemoStudy demo) {
		demo.put("study",
				this.studies.create("What builds us up at Evergreen Family Medicine",
						"Six conversations with our clinicians about what helps them thrive, and what we do about it.",
						demo.id("person:" + DemoMode.LEAD))
					.id());
	}

}
