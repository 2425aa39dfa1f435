package org.projectthrive.guide;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.guide.question.Polarity;
import org.projectthrive.guide.question.Remark;
import org.projectthrive.guide.question.Remark.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class GuideLinterTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "Do you agree that autonomy keeps you well?", "Don't you think there are too many messages?",
					"Don’t you feel more valued now?", "Would you agree with that?", "Isn't it hard to find time?" })
	@DisplayName("G3 a question that carries its answer is leading, and not called closed besides")
	void leading(String wording) {
		assertThat(kinds(wording)).containsExactly(Kind.LEADING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Are you content with your schedule?", "Do you like your work?",
			"Did the pandemic change anything? ", "Is there enough time?", "Can you do your work well?",
			"Have you ever felt valued?", "Would you work here again?", "Think of last week. Did you laugh?" })
	@DisplayName("G3 a question that yes or no would answer is closed")
	void closed(String wording) {
		assertThat(kinds(wording)).containsExactly(Kind.CLOSED);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "What would you keep and/or change?", "When do you feel involved, and what brings it about?",
					"How do you see your team and how does it see you?", "What works? What does not?" })
	@DisplayName("G3 two questions in one are double-barrelled")
	void doubleBarrelled(String wording) {
		assertThat(kinds(wording)).containsExactly(Kind.DOUBLE_BARRELLED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "What did the pandemic change, for better and for worse?",
			"What could your clinic do so that friendship and teamwork come more easily?",
			"If no rule stood in your way, what is the one thing you would change?",
			"What do you do when you have a free hour?", "Tell us about a day that you remember.",
			"How would you describe a visit? Take your time." })
	@DisplayName("G3 an open question about one thing is left alone")
	void open(String wording) {
		assertThat(kinds(wording)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "In-basket burden", "Lack of time", "Poor staffing", "GREAT teams", "Charting problems" })
	@DisplayName("G3 a domain name that judges is a finding already")
	void judgingDomain(String domain) {
		Guide guide = Guides.draft(domain);

		assertThat(about(guide, 0)).extracting(Remark::kind).containsExactly(Kind.JUDGING_DOMAIN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "In-basket", "Blackboard", "Goods and supplies", "Issuing refills", "Being valued" })
	@DisplayName("G3 a neutral domain name is left alone")
	void neutralDomain(String domain) {
		assertThat(about(Guides.draft(domain), 0)).isEmpty();
	}

	@Test
	@DisplayName("G3 the first barrier question is remarked on when no asset question comes before it")
	void barrierBeforeAsset() {
		Guide guide = guide(Polarity.OPEN, Polarity.BARRIER, Polarity.BARRIER, Polarity.ASSET);

		assertThat(about(guide, 1)).extracting(Remark::kind).containsExactly(Kind.BARRIER_BEFORE_ASSET);
		assertThat(GuideLinter.read(guide).count()).isEqualTo(1);

		guide.move(guide.questions().get(3), null, 0);

		assertThat(GuideLinter.read(guide).count()).isZero();
	}

	@Test
	@DisplayName("G3 questions may take the slot less ten minutes, and not one more")
	void tooLong() {
		Guide guide = Guides.draft();
		guide.ask(Guides.question("A", "What?", Polarity.OPEN, 50), null);
		assertThat(GuideLinter.read(guide).isTooLong()).isFalse();

		guide.ask(Guides.question("B", "What?", Polarity.OPEN, 1), null);

		assertThat(GuideLinter.read(guide).isTooLong()).isTrue();
		assertThat(GuideLinter.read(guide).count()).isEqualTo(1);
	}

	@Test
	@DisplayName("G3 a remark names the words that it is about")
	void remarkNamesTheWords() {
		Guide guide = Guides.draft();
		guide.ask(Guides.question("In-basket burden", "Do you agree that it is heavy?", Polarity.OPEN, 5), null);

		assertThat(about(guide, 0)).extracting(Remark::word).containsExactly("Do you agree", "burden");
	}

	private static List<Kind> kinds(String wording) {
		Guide guide = Guides.draft();
		guide.ask(Guides.question("Work", wording, Polarity.OPEN, 5), null);
		return about(guide, 0).stream().map(Remark::kind).toList();
	}

	private static List<Remark> about(Guide guide, int index) {
		return GuideLinter.read(guide).about(guide.questions().get(index));
	}

	private static Guide guide(Polarity... polarities) {
		Guide guide = Guides.draft();
		for (int i = 0; i < polarities.length; i++) {
			guide.ask(Guides.question("Domain " + i, "What?", polarities[i], 5), null);
		}
		return guide;
	}

}
