package org.projectthrive.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.projectthrive.session.roster.Participant;
import org.projectthrive.session.roster.ParticipantService;
import org.projectthrive.session.roster.ParticipantService.Identity;
import org.projectthrive.session.roster.Site;
import org.projectthrive.session.roster.SiteService;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Sites, participants and sessions for tests. */
abstract class SessionExamples {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	TestStudies studies;

	@Autowired
	SiteService sites;

	@Autowired
	ParticipantService participants;

	@Autowired
	SessionService sessions;

	@Autowired
	SessionMoves moves;

	@Autowired
	JdbcClient jdbc;

	Participant participant(TestStudy study, Site site, String name, String reportsTo) {
		return this.participants.add(study.id(), site.id(), "Internist",
				new Identity(name, "", name.replace(' ', '.').replace("..", ".") + "@clinic.example", reportsTo));
	}

	void expect(TestStudy study, Long session, Participant... people) {
		List<Long> ids = new ArrayList<>();
		for (Participant person : people) {
			ids.add(person.id());
		}
		this.sessions.expect(study.id(), session, Set.copyOf(ids));
	}

	Long planned(TestStudy study, Site site) {
		MvcTestResult answer = plan(post(study, "/sessions"), "SITE").param("siteId", site.id().toString())
			.param("moderators", study.memberId(Role.FACILITATOR).toString())
			.param("noteTakers", study.memberId(Role.LEAD).toString())
			.exchange();
		assertThat(answer).hasStatus3xxRedirection();
		String page = String.valueOf(answer.getResponse().getRedirectedUrl());
		return Long.valueOf(page.substring(page.lastIndexOf('/') + 1));
	}

	static MockMvcRequestBuilder plan(MockMvcRequestBuilder request, String kind) {
		return request.param("title", "Maple over lunch")
			.param("kind", kind)
			.param("day", "2031-03-04")
			.param("hour", "12:00")
			.param("minutes", "60")
			.param("setting", "OVER_LUNCH")
			.param("format", "VIDEO")
			.param("place", "https://video.example/1")
			.param("capacity", "8");
	}

	MockMvcRequestBuilder post(TestStudy study, String path) {
		return this.mvc.post().uri(study.path(path)).with(csrf()).with(study.as(Role.LEAD));
	}

	Long guide(TestStudy study, int number) {
		return this.studies.insert("""
				insert into guide (study_id, number, title, published_at, published_by)
				values (?, ?, 'Guide', now(), ?) returning id""", study.id(), number, study.person(Role.LEAD).id());
	}

	static <T> List<T> inEightThreads(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<T> answers = new ArrayList<>();
			for (Future<T> answer : threads.invokeAll(tasks)) {
				answers.add(answer.get());
			}
			return answers;
		}
		finally {
			threads.shutdown();
		}
	}

}
