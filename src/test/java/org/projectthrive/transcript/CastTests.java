package org.projectthrive.transcript;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.session.Sessions;
import org.projectthrive.support.TestStudies;
import org.projectthrive.support.ThriveTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ThriveTest
class CastTests {

	@Autowired
	private TestStudies studies;

	@Autowired
	private Sessions sessions;

	private Cast cast;

	@BeforeEach
	void cast() {
		HeldSession session = HeldSession.in(this.studies, this.studies.fresh());
		this.cast = Cast.of(this.sessions, session.study().id(), session.id());
	}

	@ParameterizedTest
	@CsvSource({ "Moderator,Moderator", "facilitator,Moderator", "Test Facilitator,Moderator", "P3,P03", "P03,P03",
			"p-004,P04", "Maria Lopez,P03", "'Lopez, Maria',P03", "'Dr. María López, MD',P03", "Maria,P03",
			"O'Brien,P04", "Grace M. O’Brien,P04", "Maria Lopez (she/her),P03", "'',Other voice" })
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

}
