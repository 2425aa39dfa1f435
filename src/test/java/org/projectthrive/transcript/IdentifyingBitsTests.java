package org.projectthrive.transcript;

import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdentifyingBitsTests {

	private final IdentifyingBits bits = new IdentifyingBits(Set.of("Maple Street Clinic"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "write to ann.b@clinic.example today | mail | ann.b@clinic.example",
			"call 555-123-4567, please | number | 555-123-4567", "call (555) 123 4567 | number | (555) 123 4567",
			"born 03/14/1962 | date | 03/14/1962", "on March 3, 1970 | date | March 3, 1970",
			"with Dr. Ngata | person | Dr. Ngata", "over at maple street | place | maple street" })
	@DisplayName("X3 what may give somebody away is flagged")
	void whatMayGiveAwayIsFlagged(String text, String kind, String words) {
		assertThat(this.bits.in(text)).containsExactly(new IdentifyingBits.Bit("transcript.remark." + kind, words));
	}

	@ParameterizedTest
	@ValueSource(strings = { "blood pressure 140 over 90", "at 10:30", "sixty-one messages in 2023", "Dr. P03 agreed",
			"1,200,000 dollars", "mapled streets" })
	@DisplayName("X3 ordinary talk is not flagged")
	void ordinaryTalkIsNotFlagged(String text) {
		assertThat(this.bits.in(text)).isEmpty();
	}

}
