package org.projectthrive.session.names;

import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CluesTests {

	private final Clues clues = new Clues(Set.of("Maple Street Clinic", "Quillfeather Health Center"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "write to ann.b@clinic.example today | MAIL | ann.b@clinic.example",
			"call 555-123-4567, please | PHONE | 555-123-4567", "call (555) 123 4567 | PHONE | (555) 123 4567",
			"born 03/14/1962 | BIRTH | 03/14/1962", "on March 3, 1970 | BIRTH | March 3, 1970",
			"DOB: 3-14-62 | BIRTH | 3-14-62", "her birthday is on May 4th | BIRTH | May 4th",
			"she was born in 1958 in town | BIRTH | 1958", "MRN 0048213 came | RECORD | 0048213",
			"record number is A-77 1234 | RECORD | A-77 1234", "chart #48213 is open | RECORD | 48213",
			"it is 123-45-6789 | SOCIAL | 123-45-6789", "social security number ends in 6789 | SOCIAL | 6789",
			"with Dr. Ngata | PERSON | Dr. Ngata", "the nurse Whoever came | PERSON | nurse Whoever",
			"my colleague Thandiwe said | PERSON | Thandiwe", "our old manager, Brunhild Vex | PERSON | Brunhild Vex",
			"over at maple street | PLACE | maple street", "at Maple Street Clinic | PLACE | Maple Street Clinic",
			"the QHC people | PLACE | QHC", "in Quillfeather | PLACE | Quillfeather",
			"see https://web.example/x?y. | LINK | https://web.example/x?y",
			"on www.web.example | LINK | www.web.example" })
	@DisplayName("X3 P3 what may give somebody away is marked, with its kind")
	void whatMayGiveAwayIsMarked(String text, Kind kind, String words) {
		assertThat(this.clues.in(text)).extracting(Find::kind, (find) -> find.words(text))
			.containsExactly(org.assertj.core.api.Assertions.tuple(kind, words));
	}

	@ParameterizedTest
	@ValueSource(strings = { "blood pressure 140 over 90", "at 10:30", "sixty-one messages in 2023", "Dr. P03 agreed",
			"1,200,000 dollars", "mapled streets", "Pat 1 and P07", "my colleague said so", "my colleague P07 said",
			"born tired", "24/7", "a record day, 12 of 14", "page 3 of 4", "e.g. this" })
	@DisplayName("X3 ordinary talk is not marked")
	void ordinaryTalkIsNotMarked(String text) {
		assertThat(this.clues.in(text)).isEmpty();
	}

}
