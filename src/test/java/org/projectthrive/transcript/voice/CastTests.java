package org.projectthrive.transcript.voice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.session.names.KnownNames;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;
import org.projectthrive.transcript.HeldSession;
import org.projectthrive.transcript.voice.LabelMemory.Remembered;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

@ThriveTest
class CastTests {

	@Autowired
	private TestStudies studies;

	@Autowired
	private Casting casting;

	@Autowired
	private LabelMemory labels;

	private HeldSession session;

	private Cast cast;

	@BeforeEach
	void cast() {
		this.session = HeldSession.in(this.studies, this.studies.fresh());
		this.cast = cast(this.session);
	}

	@ParameterizedTest
	@CsvSource({ "Moderator,Moderator", "facilitator,Moderator", "Test Facilitator,Moderator", "P3,P03", "P03,P03",
			"p-004,P04", "Maria Lopez,P03", "'Lopez, Maria',P03", "'Dr. María López, MD',P03", "Maria,P03",
			"O'Brien,P04", "Grace M. O’Brien,P04", "Gracey O'Brien,P04", "MLO,P03", "MLopez,P03", "ML,P03",
			"Maria Lopez (she/her),P03", "Maria's iPhone,P03", "MARIA LOPEZ - iPad (2),P03",
			"'Dr. Maria Lopez, MD (Host)',P03", "'',Other voice" })
	@DisplayName("X3 whom a speaker stands for is proposed by name, code or job")
	void speakerIsProposed(String label, String expected) {
		assertThat(this.cast.propose(label).map(Voice::label)).hasValue(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Speaker 1", "P99", "Note-taker", "Somebody Else", "Mariana", "Participant 3" })
	@DisplayName("X3 nobody is proposed when there is any doubt")
	void nobodyIsProposedInDoubt(String label) {
		assertThat(this.cast.propose(label)).isEmpty();
	}

	@Test
	@DisplayName("X2 a name with other words around it does not make a speaker")
	void nameWithinSpeechIsNoSpeaker() {
		assertThat(this.cast.knows("Maria Lopez")).isTrue();
		assertThat(this.cast.knows("maria")).isTrue();
		assertThat(this.cast.knows("P3")).isTrue();
		assertThat(this.cast.knows("So Maria Lopez said")).isFalse();
		assertThat(this.cast.knows("Maria Lopez and I met at")).isFalse();
		assertThat(this.cast.knows("")).isFalse();
	}

	@Test
	@DisplayName("X5 a file that calls thousands of speakers is told from a talk within two seconds")
	void thousandsOfLabelsTakeNoTime() {
		List<Voice> voices = LongStream.rangeClosed(1, 40)
			.mapToObj((id) -> Voice.participant(id, "P" + id, "Somebody Number" + id))
			.toList();
		Cast crowd = Cast.of(voices, new KnownNames(List.of(), List.of()), new Remembered(new byte[0], Map.of()));

		assertTimeout(Duration.ofSeconds(2), () -> {
			for (int time = 0; time < 20; time++) {
				for (int label = 0; label < 2500; label++) {
					assertThat(crowd.knows("Person " + label)).isFalse();
				}
			}
		});
		assertThat(crowd.knows("Number7")).isTrue();
	}

	@Test
	@DisplayName("X3 whom a label stood for is proposed in the study's next session, and the label is stored nowhere")
	void labelsAreRememberedWithoutThemselves() {
		Voice grace = this.cast.find("participant:" + this.session.grace()).orElseThrow();
		this.labels.remember(this.session.study().id(), Map.of("Kitchen iPad 2", grace, "Guest", Voice.OTHER));

		Cast next = cast(this.session);

		assertThat(next.propose("kitchen ipad 2 ")).contains(grace);
		assertThat(next.propose("Guest")).isEmpty();
		assertThat(cast(HeldSession.in(this.studies, this.studies.fresh())).propose("Kitchen iPad 2")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "iPhone", "Guest 2", "Speaker 1" })
	@DisplayName("X3 what any telephone is called stands for nobody in the study's next session")
	void commonLabelsAreNotRemembered(String label) {
		Voice grace = this.cast.find("participant:" + this.session.grace()).orElseThrow();
		this.labels.remember(this.session.study().id(), Map.of(label, grace));

		assertThat(cast(this.session).propose(label)).isEmpty();
	}

	private Cast cast(HeldSession of) {
		return this.casting.of(of.study().id(), of.id());
	}

}
