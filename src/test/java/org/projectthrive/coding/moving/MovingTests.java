package org.projectthrive.coding.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.coding.moving.Place.Fate;
import org.projectthrive.review.ReviewFixture;
import org.projectthrive.study.Role;
import org.projectthrive.support.Crowd;
import org.projectthrive.support.TestPerson;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** A turn is corrected again and again, also while analysts code it. */
@ThriveTest
class MovingTests {

	private static final int CORRECTIONS = Integer.getInteger("thrive.test.corrections", 12);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestStudies studies;

	@Autowired
	private JdbcClient jdbc;

	private ReviewFixture fixture;

	private Long turn;

	@BeforeEach
	void talk() {
		this.fixture = ReviewFixture.in(this.studies, this.jdbc);
		this.turn = this.fixture.turn(1, 1);
		this.jdbc.sql("delete from coding where turn_id = ?").param(this.turn).update();
	}

	@Test
	@DisplayName("X6 however often a turn is corrected, each coding tells its words or what they were, until these are there again")
	void manyCorrections() {
		Random random = new Random(8);
		String first = Corrections.talk(random) + " " + Corrections.talk(random);
		this.jdbc.sql("update turn set text = ? where id = ?").params(first, this.turn).update();
		Map<Long, String> given = new TreeMap<>();
		for (Place place : Corrections.places(random, first)) {
			given.put(code(place), WordMove.cut(first, place.start(), place.end()));
		}
		Map<Long, Place> placed = places();
		String text = first;
		int most = 0;
		for (int version = 0; version < CORRECTIONS; version++) {
			text = Corrections.corrected(random, text + " " + version);
			correct(text, version);
			List<Coded> codings = codings();
			for (Coded coding : codings) {
				String words = given.get(coding.id());
				assertThat((coding.wordsBefore() != null) ? coding.wordsBefore() : plain(coding.words()))
					.as("after %s", text)
					.isEqualTo((coding.wordsBefore() != null) ? words : plain(words));
			}
			assertThat(codings).hasSameSizeAs(given.keySet());
			most = Math.max(most, (int) codings.stream().filter((coding) -> coding.wordsBefore() != null).count());
		}
		assertThat(most).as("flagged").isPositive();

		correct(first, CORRECTIONS);

		assertThat(codings()).allSatisfy((coding) -> {
			if (coding.wordsBefore() == null) {
				assertThat(plain(coding.words())).isEqualTo(plain(given.get(coding.id())));
			}
		});
		assertThat(codings().stream().filter((coding) -> coding.wordsBefore() != null))
			.as("whose words were there at other places meanwhile, and could not be told from them")
			.hasSizeLessThan(most);
		assertThat(places().keySet()).isEqualTo(placed.keySet());
	}

	@Test
	@DisplayName("X6 words that were gone stay gone for their analyst through further corrections, until they are back")
	void goneStaysGone() {
		this.jdbc.sql("update turn set text = 'We laugh at the desk a lot' where id = ?").param(this.turn).update();
		Long coding = code(new Place(21, 26, Fate.UNTOUCHED));

		correct("We laugh at the desk", 0);
		correct("We laugh at the door", 1);

		assertThat(codings()).containsExactly(new Coded(coding, "door", "a lot", true));
		correct("So we all laugh at the door a lot", 2);
		assertThat(codings()).containsExactly(new Coded(coding, "a lot", null, false));
	}

	@Test
	@DisplayName("X6 N4 while a turn is corrected others code it: each coding is on the words that were seen, or flagged with them")
	void codingWhileCorrecting() throws Exception {
		this.jdbc.sql("update turn set text = 'We laugh at the desk and have lunch' where id = ?")
			.param(this.turn)
			.update();
		TestPerson first = this.fixture.study().person(Role.ANALYST);
		TestPerson second = this.fixture.secondAnalyst();
		AtomicInteger number = new AtomicInteger();

		List<Integer> answers = Crowd.of(9, () -> {
			int mine = number.getAndIncrement();
			if (mine % 3 == 0) {
				String words = "Well, ".repeat(1 + mine) + "we laugh at the desk and have lunch";
				return post(this.fixture.study().person(Role.LEAD), turnPath(), "text", words, "version",
						this.jdbc.sql("select version from turn where id = ?")
							.param(this.turn)
							.query(String.class)
							.single())
					.getResponse()
					.getStatus();
			}
			String text = this.jdbc.sql("select text from turn where id = ?")
				.param(this.turn)
				.query(String.class)
				.single();
			int at = text.indexOf("at the desk");
			return post((mine % 3 == 1) ? first : second, "/sessions/" + this.fixture.session(1) + "/codings", "turnId",
					String.valueOf(this.turn), "start", String.valueOf(at), "end", String.valueOf(at + 11), "words",
					"at the desk", "themeIds", String.valueOf(this.fixture.theme("desk")))
				.getResponse()
				.getStatus();
		});

		assertThat(answers).isSubsetOf(302, 409).contains(302);
		assertThat(codings()).hasSizeBetween(1, 2)
			.allSatisfy((coding) -> assertThat(coding.words()).isEqualTo("at the desk"));
	}

	private Long code(Place place) {
		Long theme = this.studies.insert(
				"insert into theme (study_id, name, theme_group, colour) values (?, ?, 'NONE', 3) returning id",
				this.fixture.study().id(), "Theme " + System.nanoTime());
		return this.studies.insert(
				"insert into coding (study_id, session_id, turn_id, theme_id, analyst_id, start_at, end_at, coded_at) "
						+ "values (?, ?, ?, ?, ?, ?, ?, now()) returning id",
				this.fixture.study().id(), this.fixture.session(1), this.turn, theme,
				this.fixture.study().person(Role.ANALYST).id(), place.start(), place.end());
	}

	private Map<Long, Place> places() {
		Map<Long, Place> places = new TreeMap<>();
		this.jdbc.sql("select id, start_at, end_at from coding where turn_id = ?").param(this.turn).query((row) -> {
			places.put(row.getLong("id"), new Place(row.getInt("start_at"), row.getInt("end_at"), Fate.UNTOUCHED));
		});
		return places;
	}

	private List<Coded> codings() {
		return new ArrayList<>(this.jdbc.sql("""
				select c.id, substring(t.text from c.start_at + 1 for c.end_at - c.start_at) as words, f.words_before,
				    coalesce(f.gone, false) as gone
				from coding c join turn t on t.id = c.turn_id left join coding_flag f on f.coding_id = c.id
				where c.turn_id = ? order by c.id""").param(this.turn).query(Coded.class).list());
	}

	private void correct(String words, int version) {
		assertThat(post(this.fixture.study().person(Role.LEAD), turnPath(), "text", words, "version",
				String.valueOf(version), "asTyped", "true"))
			.hasStatus3xxRedirection();
	}

	private String turnPath() {
		return "/sessions/" + this.fixture.session(1) + "/transcript/turns/" + this.turn;
	}

	private MvcTestResult post(TestPerson who, String path, String... parameters) {
		var request = this.mvc.post().uri(this.fixture.path(path)).with(csrf()).with(who.signedIn());
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private static String plain(String words) {
		return words.replaceAll("\\s+", "");
	}

	/** A coding, and what its flag tells. */
	record Coded(Long id, String words, @Nullable String wordsBefore, boolean gone) {
	}

}
