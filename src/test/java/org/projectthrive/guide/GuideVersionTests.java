package org.projectthrive.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.study.ProgressService;
import org.projectthrive.study.Role;
import org.projectthrive.study.StepName;
import org.projectthrive.study.StudyProgress.StepState;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class GuideVersionTests extends GuideWalk {

	@Autowired
	private PublishedGuides published;

	@Autowired
	private ProgressService progress;

	@Test
	@DisplayName("G4 publishing freezes; a revision is the next draft, and the published version stays what sessions run on")
	void publishAndRevise() {
		TestStudy study = withGuide("THRIVE");
		assertThat(this.published.findNewest(study.id())).isEmpty();
		assertThat(post(study, "/guide/publication", Role.FACILITATOR)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(study, "/guide/publication", Role.LEAD)).hasStatus3xxRedirection();
		var first = this.published.findNewest(study.id()).orElseThrow();
		Long question = first.questions().get(0).id();
		assertThat(post(study, "/guide/questions/" + question + "/removal", Role.LEAD)).hasStatus(HttpStatus.CONFLICT);

		assertThat(post(study, "/guide/revision", Role.FACILITATOR)).hasStatus3xxRedirection();
		post(study, "/guide/questions/" + ids(study).get(0) + "/removal", Role.LEAD);
		assertThat(this.published.findNewest(study.id())).contains(first);
		post(study, "/guide/publication", Role.LEAD);

		assertThat(this.published.findNewest(study.id()).orElseThrow().questions()).hasSize(8);
		assertThat(this.published.get(study.id(), first.id())).isEqualTo(first);
		assertThat(this.published.everAsked(study.id())).hasSize(9);
		assertThat(get(study, "/guide/versions/1", Role.ANALYST)).bodyText()
			.contains("Which moments in your work give you joy?", "by Test lead");
		assertThat(get(study, "/guide/comparison?from=1&to=2", Role.ANALYST)).hasStatusOk()
			.bodyText()
			.contains("Dropped", "Not asked");
	}

	@Test
	@DisplayName("G4 a guide without questions is not published, and the page says why")
	void publishingNeedsAQuestion() {
		TestStudy study = withGuide("BLANK");

		assertThat(post(study, "/guide/publication", Role.LEAD)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("at least one question");
	}

	@Test
	@DisplayName("G4 a draft can be discarded; what was published stays")
	void draftCanBeDiscarded() {
		TestStudy study = withGuide("THRIVE");
		post(study, "/guide/publication", Role.LEAD);
		post(study, "/guide/revision", Role.LEAD);

		assertThat(post(study, "/guide/draft/removal", Role.LEAD)).hasStatus3xxRedirection();

		assertThat(newest(study).number()).isEqualTo(1);
		assertThat(post(study, "/guide/draft/removal", Role.LEAD)).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	@DisplayName("G4 of many who publish, start or revise at once, one wins and the others are told the rule")
	void oneWins() throws Exception {
		TestStudy study = this.studies.fresh();
		GuideTemplate template = new GuideTemplates().thrive();
		Long lead = study.person(Role.LEAD).id();

		assertThat(atOnce(() -> this.guides.start(study.id(), template))).containsOnlyOnce("won")
			.allSatisfy((end) -> assertThat(end).isIn("won", "guide.exists", "guide.draft.exists"));
		assertThat(atOnce(() -> {
			this.guides.publish(study.id(), lead);
			return true;
		})).containsExactlyInAnyOrder("won", "guide.draft.missing", "guide.draft.missing", "guide.draft.missing");
		assertThat(atOnce(() -> this.guides.revise(study.id()))).containsExactlyInAnyOrder("won", "guide.draft.exists",
				"guide.draft.exists", "guide.draft.exists");
		assertThat(newest(study).number()).isEqualTo(2);
	}

	@Test
	@DisplayName("W2 step 2 is done once a guide with questions is published")
	void stepIsDoneWhenPublished() {
		TestStudy study = withGuide("THRIVE");
		assertThat(this.progress.of(study.id()).step(StepName.GUIDE).met()).isEqualTo(1);

		post(study, "/guide/publication", Role.LEAD);

		assertThat(this.progress.of(study.id()).step(StepName.GUIDE).state()).isEqualTo(StepState.DONE);
		assertThat(this.progress.of(study.id()).counts()).containsEntry("questions", 9L);
	}

	@Test
	@DisplayName("G4 the demo's guide is published, with nine questions")
	void demoGuideIsPublished() {
		var demo = this.published.findNewest(this.studies.demoId()).orElseThrow();

		assertThat(demo.number()).isEqualTo(1);
		assertThat(demo.questions()).hasSize(9);
		assertThat(demo.questions().get(0).domain()).isEqualTo("Joy in work");
	}

	private static List<String> atOnce(Callable<?> deed) throws Exception {
		int many = 4;
		CyclicBarrier start = new CyclicBarrier(many);
		ExecutorService threads = Executors.newFixedThreadPool(many);
		try {
			List<Future<String>> outcomes = IntStream.range(0, many).mapToObj((i) -> threads.submit(() -> {
				start.await();
				return outcome(deed);
			})).toList();
			List<String> told = new ArrayList<>();
			for (Future<String> outcome : outcomes) {
				told.add(outcome.get());
			}
			return told;
		}
		finally {
			threads.shutdown();
		}
	}

	private static String outcome(Callable<?> deed) throws Exception {
		try {
			Objects.requireNonNull(deed.call());
			return "won";
		}
		catch (RuleViolation violation) {
			return violation.messageKey();
		}
	}

}
