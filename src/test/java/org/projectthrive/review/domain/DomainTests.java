package org.projectthrive.review.domain;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.review.ReviewFixture;
import org.projectthrive.study.Role;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class DomainTests {

	@Autowired
	private DomainService domains;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("R1 each guide question has one domain, also when eight people ask for it at once")
	void domainsOfQuestionsAreMadeOnce() throws Exception {
		ReviewFixture fixture = ReviewFixture.in(this.studies, this.jdbc);
		CountDownLatch start = new CountDownLatch(1);
		Callable<List<DomainRow>> ask = () -> {
			start.await();
			return this.domains.ofStudy(fixture.study().id());
		};

		ExecutorService threads = Executors.newFixedThreadPool(8);
		List<Future<List<DomainRow>>> answers = Stream.generate(() -> threads.submit(ask)).limit(8).toList();
		start.countDown();

		for (Future<List<DomainRow>> answer : answers) {
			assertThat(answer.get()).extracting(DomainRow::name)
				.containsExactly("Joy in work", "Togetherness", "Scope of practice");
		}
		threads.shutdown();
		assertThat(this.domains.ofStudy(fixture.study().id())).hasSize(3);
	}

	@Test
	@DisplayName("R1 a question whose domain name is taken gets it with a number")
	void takenNameGetsANumber() {
		ReviewFixture fixture = ReviewFixture.in(this.studies, this.jdbc);
		this.jdbc.sql(
				"insert into domain (study_id, name, position, added_by, added_at) values (?, 'togetherness', 1, ?, now())")
			.params(fixture.study().id(), fixture.study().person(Role.ANALYST).id())
			.update();

		assertThat(this.domains.ofStudy(fixture.study().id())).extracting(DomainRow::name)
			.containsExactly("Joy in work", "Togetherness (2)", "Scope of practice", "togetherness");
	}

	@Test
	@DisplayName("R1 an analyst adds a domain that nobody asked about; it shows its date, author and side")
	void analystAddsADomain() {
		ReviewFixture fixture = ReviewFixture.in(this.studies, this.jdbc);

		assertThat(this.mvc.post()
			.uri(fixture.path("/domains"))
			.param("name", "In-basket burden")
			.param("side", "DIFFICULT")
			.with(csrf())
			.with(fixture.study().as(Role.ANALYST))).hasStatus3xxRedirection();

		assertThat(this.mvc.get().uri(fixture.path("/domains")).with(fixture.study().as(Role.LEAD))).bodyText()
			.contains("Added later by Test analyst", "What makes the job difficult", "“burden” already judges")
			.doesNotContain("name=\"side\"");
	}

	@Test
	@DisplayName("R1 a later domain is renamed, one of the guide never, and no name is used twice")
	void laterDomainIsRenamed() {
		ReviewFixture fixture = ReviewFixture.in(this.studies, this.jdbc);
		Long asked = this.domains.ofStudy(fixture.study().id()).get(0).id();
		Long later = this.studies.insert(
				"insert into domain (study_id, name, position, added_by, added_at) "
						+ "values (?, 'Difficulties', 9, ?, now()) returning id",
				fixture.study().id(), fixture.study().person(Role.ANALYST).id());

		rename(fixture, later, "Hard days", HttpStatus.FOUND);
		rename(fixture, later, "joy in work", HttpStatus.CONFLICT);
		rename(fixture, later, " ", HttpStatus.UNPROCESSABLE_CONTENT);
		rename(fixture, asked, "Fun", HttpStatus.CONFLICT);
		rename(ReviewFixture.in(this.studies, this.jdbc), later, "Mine", HttpStatus.NOT_FOUND);

		assertThat(this.domains.get(fixture.study().id(), later).name()).isEqualTo("Hard days");
	}

	private void rename(ReviewFixture fixture, Long domain, String name, HttpStatus status) {
		assertThat(this.mvc.post()
			.uri(fixture.path("/domains/" + domain))
			.param("name", name)
			.with(csrf())
			.with(fixture.study().as(Role.ANALYST))).hasStatus(status);
	}

}
