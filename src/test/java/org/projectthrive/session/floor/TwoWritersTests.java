package org.projectthrive.session.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.projectthrive.support.Crowd;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.ThriveTest;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ThriveTest
class TwoWritersTests extends FloorExamples {

	private static final int EDITS = 100;

	@Test
	@DisplayName("FLT11 two people with 100 edits each of one note: every text is kept, each refused one answered with both")
	void everyTextIsKept() {
		UUID id = UUID.randomUUID();
		note(id, "start", 0);
		AtomicInteger turn = new AtomicInteger();

		List<List<Edit>> edits = Crowd.of(2,
				() -> (turn.getAndIncrement() == 0) ? edit(this.facilitator, id) : edit(this.lead, id));

		List<Edit> all = Stream.concat(edits.get(0).stream(), edits.get(1).stream()).toList();
		List<String> accepted = this.session.texts(id, true);
		List<String> refused = this.session.texts(id, false);
		assertThat(all).filteredOn((edit) -> edit.status() == 200)
			.extracting(Edit::text)
			.containsExactlyInAnyOrderElementsOf(accepted.subList(1, accepted.size()))
			.hasSize(EDITS);
		assertThat(all).filteredOn((edit) -> edit.status() == 409).allSatisfy((edit) -> {
			assertThat(edit.yours()).isEqualTo(edit.text());
			assertThat(accepted).contains(edit.current());
		}).extracting(Edit::text).containsExactlyInAnyOrderElementsOf(refused).hasSize(EDITS);
		assertThat(changes(this.lead, 0).get("notes")).singleElement()
			.satisfies((note) -> assertThat(note.get("text").asString()).isEqualTo(accepted.get(EDITS)));
	}

	@Test
	@DisplayName("N3 notes that are saved while the session is ended are kept, and it ends")
	void endingBlocksNoSave() {
		for (int round = 1; round <= 5; round++) {
			AtomicInteger turn = new AtomicInteger();
			this.session.stage("IN_PROGRESS");

			List<Integer> answers = Crowd.of(8, () -> switch (turn.getAndIncrement() % 4) {
				case 0 -> end();
				case 1 -> floor(this.lead, (turn.get() < 4) ? first() : second()).getResponse().getStatus();
				default -> note(UUID.randomUUID(), "said at the end", 0).getResponse().getStatus();
			});

			assertThat(answers).containsOnlyOnce(302).isSubsetOf(302, 200, 201, 409);
			assertThat(this.session.noteCount()).isEqualTo(4 * round);
			assertThat(this.session.currentStage()).isEqualTo("HELD");
		}
	}

	private int end() {
		return this.mvc.post()
			.uri(this.session.path("/end"))
			.with(csrf())
			.with(this.lead.signedIn())
			.exchange()
			.getResponse()
			.getStatus();
	}

	private List<Edit> edit(TestPerson person, UUID id) {
		List<Edit> edits = new ArrayList<>();
		int[] version = { 1 };
		IntStream.range(0, EDITS).forEach((i) -> {
			String text = person.displayName() + " edit " + i;
			MvcTestResult answer = note(person, id, "\"questionId\": " + this.session.firstQuestion(), text,
					version[0]);
			JsonNode body = body(answer);
			version[0] = body.get("version").asInt();
			edits.add(new Edit(text, answer.getResponse().getStatus(), body.path("yours").asString(""),
					body.path("current").asString("")));
		});
		return edits;
	}

	record Edit(String text, int status, String yours, String current) {
	}

}
