package org.projectthrive.story;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.support.BrowserTests;
import org.projectthrive.support.ThriveTest;

import org.springframework.boot.test.web.server.LocalServerPort;

@ThriveTest
@BrowserTests
class StudyStoryTests {

	@LocalServerPort
	private int port;

	@Test
	@DisplayName("W1 W2 a study walks through all five steps by clicking and typing, from the team to its initiatives")
	void fromTheTeamToItsInitiatives() {
		try (Company company = new Company(this.port)) {
			new TeamChapter(company).tell();
			new GuideChapter(company).tell();
			new SessionsChapter(company).tell();
			new ReviewChapter(company).tell();
			new ActionChapter(company).tell();
		}
	}

}
