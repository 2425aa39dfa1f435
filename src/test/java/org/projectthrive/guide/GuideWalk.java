package org.projectthrive.guide;

import java.util.ArrayList;
import java.util.List;

import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What tests of the guide's pages share: a study with a guide, and its members at the
 * pages.
 */
abstract class GuideWalk {

	@Autowired
	protected MockMvcTester mvc;

	@Autowired
	protected TestStudies studies;

	@Autowired
	protected GuideService guides;

	protected TestStudy withGuide(String starter) {
		TestStudy study = this.studies.fresh();
		assertThat(post(study, "/guide", Role.LEAD, "starter", starter)).hasStatus3xxRedirection();
		return study;
	}

	protected Guide newest(TestStudy study) {
		return this.guides.findNewest(study.id()).orElseThrow();
	}

	protected List<Long> ids(TestStudy study) {
		return newest(study).questions().stream().map(GuideQuestion::id).toList();
	}

	protected MvcTestResult get(TestStudy study, String path, Role role) {
		return this.mvc.get().uri(study.path(path)).with(study.as(role)).exchange();
	}

	protected MvcTestResult post(TestStudy study, String path, Role role, String... parameters) {
		var request = this.mvc.post().uri(study.path(path)).with(csrf()).with(study.as(role));
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	protected static String[] question(String domain, String wording) {
		return new String[] { "wording", wording, "domain", domain, "polarity", "OPEN", "probes", "First probe\nSecond",
				"components", "SAFETY", "components", "DAILY_IMPROVEMENT", "minutes", "5" };
	}

	/** Sets one more parameter, in place of the last one when it is the same. */
	protected static String[] with(String[] parameters, String name, String value) {
		List<String> all = new ArrayList<>(List.of(parameters));
		if (all.get(all.size() - 2).equals(name)) {
			all.subList(all.size() - 2, all.size()).clear();
		}
		all.addAll(List.of(name, value));
		return all.toArray(String[]::new);
	}

}
