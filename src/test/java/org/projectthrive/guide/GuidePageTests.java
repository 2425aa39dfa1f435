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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.study.ProgressService;
import org.projectthrive.study.Role;
import org.projectthrive.study.StepName;
import org.projectthrive.study.StudyProgress.StepState;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.TestStudy;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class GuidePageTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private GuideService guides;

	@Autowired
	private PublishedGuides published;

	@Autowired
	private ProgressService progress;

	@Test
	@DisplayName("G2 where there is no guide, four ways to begin are offered to those who may edit")
	void emptyStateOffersTemplates() {
		TestStudy study = this.studies.fresh();

		assertThat(get(study, "/guide", Role.FACILITATOR)).hasStatusOk()
			.bodyText()
			.contains("value=\"THRIVE\"", "value=\"WHAT_MATTERS\"", "value=\"BLANK\"", "Copy of another study");
		assertThat(get(study, "/guide", Role.ANALYST)).hasStatusOk().bodyText().doesNotContain("value=\"THRIVE\"");
		assertThat(get(study, "/guide/run-sheet", Role.ANALYST)).hasStatusOk().bodyText().contains("No guide to print");
	}

	@Test
	@DisplayName("G2 a guide is copied from a study that one is in, and from no other")
	void copyFromOwnStudyOnly() {
		TestStudy other = withGuide("THRIVE");
		TestStudy study = this.studies.fresh();
		assertThat(post(study, "/guide", Role.LEAD, "starter", "COPY", "from", other.id().toString()))
			.hasStatus(HttpStatus.NOT_FOUND);
		this.studies.member(other.id(), study.person(Role.LEAD), Role.LEADER);
		assertThat(post(study, "/guide", Role.LEAD, "starter", "COPY", "from", other.id().toString()))
			.as("leaders may not read a guide")
			.hasStatus(HttpStatus.NOT_FOUND);

		this.studies.member(other.id(), study.person(Role.FACILITATOR), Role.ANALYST);

		assertThat(get(study, "/guide", Role.FACILITATOR)).bodyText().contains("value=\"COPY\"");
		assertThat(post(study, "/guide", Role.FACILITATOR, "starter", "COPY", "from", other.id().toString()))
			.hasStatus3xxRedirection();
		assertThat(newest(study).questions()).hasSize(9);
	}

	@Test
	@DisplayName("G1 a question is asked, read, reworded and dropped")
	void questionIsAskedRewordedDropped() {
		TestStudy study = withGuide("BLANK");

		MvcTestResult asked = post(study, "/guide/questions", Role.FACILITATOR, question("In-basket", "What would help?"));
		Long id = newest(study).questions().get(0).id();
		assertThat(asked).hasRedirectedUrl(study.path("/guide#question-" + id));
		assertThat(get(study, "/guide", Role.ANALYST)).bodyText()
			.contains("What would help?", "In-basket", "First probe", "Safety", "Daily improvement")
			.doesNotContain("/guide/questions/" + id);
		assertThat(get(study, "/guide/questions/" + id, Role.LEAD)).bodyText()
			.contains("What would help?", "name=\"version\"");

		assertThat(post(study, "/guide/questions/" + id, Role.LEAD,
				with(question("In-basket", "What would lighten it?"), "version", "0")))
			.hasStatus3xxRedirection();
		assertThat(newest(study).questions().get(0).wording()).isEqualTo("What would lighten it?");

		assertThat(post(study, "/guide/questions/" + id + "/removal", Role.LEAD)).hasStatus3xxRedirection();
		assertThat(newest(study).questions()).isEmpty();
	}

	@Test
	@DisplayName("G1 an invalid question comes back with what was entered and an error beside each field")
	void invalidQuestionComesBack() {
		TestStudy study = withGuide("BLANK");
		post(study, "/guide/questions", Role.LEAD, question("Pay", "What about it?"));

		MvcTestResult answer = post(study, "/guide/questions", Role.LEAD, "wording", "A question worth keeping", "domain",
				" pAY", "minutes", "61", "polarity", "ASSET");
		MvcTestResult unreadable = post(study, "/guide/questions", Role.LEAD,
				with(question(" pAY", "Another worth keeping"), "minutes", "five"));

		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(answer).bodyText()
			.contains("A question worth keeping", "domain-error", "Another question has this domain", "minutes-error",
					"components-error");
		assertThat(unreadable).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(unreadable).bodyText()
			.contains("Another worth keeping", "value=\"five\"", "minutes-error")
			.doesNotContain("NumberFormat");
		assertThat(newest(study).questions()).hasSize(1);
	}

	@Test
	@DisplayName("G1 who saves over words that somebody changed meanwhile is told, and nothing is overwritten")
	void staleWordsAreRefused() {
		TestStudy study = withGuide("BLANK");
		post(study, "/guide/questions", Role.LEAD, question("Pay", "What about it?"));
		Long id = newest(study).questions().get(0).id();
		post(study, "/guide/questions/" + id, Role.LEAD, with(question("Pay", "By the lead?"), "version", "0"));

		assertThat(post(study, "/guide/questions/" + id, Role.FACILITATOR,
				with(question("Pay", "By the facilitator?"), "version", "0")))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(newest(study).questions().get(0).wording()).isEqualTo("By the lead?");
	}

	@Test
	@DisplayName("G1 moving a question is no reason to refuse its new words")
	void movingKeepsTheVersion() {
		TestStudy study = withGuide("THRIVE");
		GuideQuestion second = newest(study).questions().get(1);

		post(study, "/guide/questions/" + second.id() + "/earlier", Role.FACILITATOR);

		assertThat(newest(study).question(second.id()).position()).isEqualTo(1);
		assertThat(newest(study).question(second.id()).version()).isEqualTo(second.version());
	}

	@Test
	@DisplayName("G3 questions move by one step, and to any place of any section")
	void questionsMove() {
		TestStudy study = withGuide("WHAT_MATTERS");
		List<Long> ids = ids(study);

		post(study, "/guide/questions/" + ids.get(0) + "/later", Role.LEAD);
		assertThat(ids(study)).containsExactly(ids.get(1), ids.get(0), ids.get(2), ids.get(3));
		post(study, "/guide/questions/" + ids.get(3) + "/position", Role.LEAD, "index", "0", "section", "");
		assertThat(ids(study)).containsExactly(ids.get(3), ids.get(1), ids.get(0), ids.get(2));

		post(study, "/guide/sections", Role.LEAD, "title", "What builds us up");
		Long section = newest(study).sections().get(0).id();
		post(study, "/guide/questions/" + ids.get(3) + "/position", Role.LEAD, "index", "0", "section", section.toString());
		assertThat(ids(study)).containsExactly(ids.get(1), ids.get(0), ids.get(2), ids.get(3));
		assertThat(get(study, "/guide", Role.LEAD)).bodyText().contains("What builds us up");
		assertThat(post(study, "/guide/questions/" + ids.get(3) + "/position", Role.LEAD, "index", "0", "section", "0"))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("G1 a section is renamed and taken away, and its questions stay")
	void sectionsComeAndGo() {
		TestStudy study = withGuide("WHAT_MATTERS");
		assertThat(post(study, "/guide/sections", Role.LEAD, "title", " ")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		post(study, "/guide/sections", Role.LEAD, "title", "First");
		Long section = newest(study).sections().get(0).id();
		post(study, "/guide/questions/" + ids(study).get(3) + "/later", Role.LEAD);

		post(study, "/guide/sections/" + section, Role.LEAD, "title", "Renamed");
		assertThat(get(study, "/guide/sections/" + section, Role.LEAD)).bodyText().contains("value=\"Renamed\"");
		assertThat(post(study, "/guide/sections/" + section + "/removal", Role.LEAD)).hasStatus3xxRedirection();

		assertThat(newest(study).sections()).isEmpty();
		assertThat(newest(study).questions()).hasSize(4);
	}

	@Test
	@DisplayName("G3 the linter's remarks stand beside the questions and never block")
	void remarksNeverBlock() {
		TestStudy study = withGuide("BLANK");
		String[] leading = question("In-basket burden", "Do you agree that it is too much?");
		post(study, "/guide/questions", Role.LEAD, with(leading, "minutes", "60"));

		assertThat(get(study, "/guide", Role.LEAD)).bodyText()
			.contains("“Do you agree” suggests the answer", "“burden” in the domain name", "need 10 min more");
		assertThat(post(study, "/guide/publication", Role.LEAD)).hasStatus3xxRedirection();
	}

	@Test
	@DisplayName("G3 the slot can be set, and the minutes are counted against it")
	void slotCanBeSet() {
		TestStudy study = withGuide("THRIVE");

		assertThat(post(study, "/guide/details", Role.LEAD, "title", "Ours", "slotMinutes", "45")).hasStatus3xxRedirection();

		assertThat(get(study, "/guide", Role.LEAD)).bodyText().contains("Ours", "of 35 min", "need 15 min more");
		assertThat(post(study, "/guide/details", Role.LEAD, "title", "", "slotMinutes", "14"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

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

		assertThat(atOnce(() -> this.guides.start(study.id(), template))).containsExactlyInAnyOrder("won",
				"guide.draft.exists", "guide.draft.exists", "guide.draft.exists");
		assertThat(atOnce(() -> {
			this.guides.publish(study.id(), lead);
			return true;
		})).containsExactlyInAnyOrder("won", "guide.draft.missing", "guide.draft.missing", "guide.draft.missing");
		assertThat(atOnce(() -> this.guides.revise(study.id()))).containsExactlyInAnyOrder("won", "guide.draft.exists",
				"guide.draft.exists", "guide.draft.exists");
		assertThat(newest(study).number()).isEqualTo(2);
	}

	@Test
	@DisplayName("G5 the run sheet has welcome, ground rules, consent, questions with probes and minutes, and the close")
	void runSheetHasAllParts() {
		TestStudy study = withGuide("THRIVE");
		assertThat(get(study, "/guide/run-sheet", Role.FACILITATOR)).bodyText().contains("Draft: not published yet");
		post(study, "/guide/publication", Role.LEAD);
		post(study, "/guide/revision", Role.LEAD);

		assertThat(get(study, "/guide/run-sheet", Role.FACILITATOR)).hasStatusOk()
			.bodyText()
			.contains("Welcome", "Ground rules", "Consent, before any recording starts", "9. If no rule stood",
					"Tell us about the last time that happened.", "from minute 12", "Close", "from minute 55",
					"Version 1, published");
		assertThat(get(study, "/guide/versions/2/run-sheet", Role.FACILITATOR)).bodyText().contains("Draft: not published");
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

	@ParameterizedTest
	@ValueSource(strings = { "/guide", "/guide/run-sheet", "/guide/versions/1", "/guide/versions/1/run-sheet",
			"/guide/comparison?from=1&to=1" })
	@DisplayName("G1 leaders never see a guide, and to outsiders there is none")
	void leadersAndOutsidersDoNotRead(String path) {
		TestStudy study = withGuide("THRIVE");

		assertThat(get(study, path, Role.ANALYST)).hasStatusOk();
		assertThat(get(study, path, Role.LEADER)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(study.path(path)).with(this.studies.fresh().as(Role.LEAD)))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/publication", "/revision", "/draft/removal", "/details", "/questions", "/questions/1",
			"/questions/1/removal", "/questions/1/earlier", "/questions/1/later", "/questions/1/position", "/sections",
			"/sections/1", "/sections/1/removal" })
	@DisplayName("G1 analysts read and change nothing")
	void analystsChangeNothing(String path) {
		TestStudy study = this.studies.fresh();

		assertThat(post(study, "/guide" + path, Role.ANALYST)).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	@DisplayName("G1 a question of another study is not there")
	void questionOfAnotherStudyIsNotThere() {
		Long foreign = ids(withGuide("THRIVE")).get(0);
		TestStudy study = withGuide("THRIVE");

		assertThat(get(study, "/guide/questions/" + foreign, Role.LEAD)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(study, "/guide/questions/" + foreign + "/removal", Role.LEAD)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(study, "/guide/versions/2", Role.LEAD)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	@DisplayName("G4 the demo's guide is published, with nine questions")
	void demoGuideIsPublished() {
		var demo = this.published.findNewest(this.studies.demoId()).orElseThrow();

		assertThat(demo.number()).isEqualTo(1);
		assertThat(demo.questions()).hasSize(9);
		assertThat(demo.questions().get(0).domain()).isEqualTo("Joy in work");
	}

	private TestStudy withGuide(String starter) {
		TestStudy study = this.studies.fresh();
		assertThat(post(study, "/guide", Role.LEAD, "starter", starter)).hasStatus3xxRedirection();
		return study;
	}

	private Guide newest(TestStudy study) {
		return this.guides.findNewest(study.id()).orElseThrow();
	}

	private List<Long> ids(TestStudy study) {
		return newest(study).questions().stream().map(GuideQuestion::id).toList();
	}

	private MvcTestResult get(TestStudy study, String path, Role role) {
		return this.mvc.get().uri(study.path(path)).with(study.as(role)).exchange();
	}

	private MvcTestResult post(TestStudy study, String path, Role role, String... parameters) {
		var request = this.mvc.post().uri(study.path(path)).with(csrf()).with(study.as(role));
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private static String[] question(String domain, String wording) {
		return new String[] { "wording", wording, "domain", domain, "polarity", "OPEN", "probes", "First probe\nSecond",
				"components", "SAFETY", "components", "DAILY_IMPROVEMENT", "minutes", "5" };
	}

	/** Sets one more parameter, in place of the last one when it is the same. */
	private static String[] with(String[] parameters, String name, String value) {
		List<String> all = new ArrayList<>(List.of(parameters));
		if (all.get(all.size() - 2).equals(name)) {
			all.subList(all.size() - 2, all.size()).clear();
		}
		all.addAll(List.of(name, value));
		return all.toArray(String[]::new);
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
