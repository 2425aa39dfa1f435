package org.projectthrive.access;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.projectthrive.study.Role;
import org.projectthrive.support.Links;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page links to opens: asked where nothing is done yet, so all is still asked for.
 */
@ThriveTest
class DoorsTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@ParameterizedTest(name = "W1 SEC2 nobody is shown a door that a {0} may not open, in a study without anything yet")
	@EnumSource(Role.class)
	void eachLinkOpens(Role role) {
		TestStudy study = this.studies.fresh();
		TestPerson person = this.studies.person("doors-" + role.name().toLowerCase(Locale.ROOT));
		this.studies.member(study.id(), person, role);
		List<String> shut = new ArrayList<>();
		List<String> opened = new ArrayList<>();

		new Links(80, 1).walk(study.path(""), (page) -> {
			MockHttpServletResponse answer = open(page, person);
			(answer.getStatus() < 400 ? opened : shut).add(page + " " + answer.getStatus());
			return html(answer);
		});

		assertThat(shut).isEmpty();
		assertThat(opened).hasSizeGreaterThan(4);
	}

	private MockHttpServletResponse open(String page, TestPerson person) {
		return this.mvc.get().uri(page).accept(MediaType.TEXT_HTML).with(person.signedIn()).exchange().getResponse();
	}

	private static String html(MockHttpServletResponse answer) {
		try {
			return String.valueOf(answer.getContentType()).startsWith("text/html") ? answer.getContentAsString() : "";
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
