package org.projectthrive.transcript;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameCoverTests {

	private final NameCover cover = new NameCover();

	@BeforeEach
	void people() {
		this.cover.person("María López, MD", "P03", true);
		this.cover.person("Shane O'Brien", "P04", true);
		this.cover.person("Anna van der Berg-Holt", "P05", true);
		this.cover.person("Will Park", "P06", true);
		this.cover.person("Fay Hostetler", "[Moderator]", true);
		this.cover.person("Anna Distant", "P40", false);
		this.cover.person("Shane Near", "P07", true);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "María López said so | P03 said so", "maria LOPEZ said so | P03 said so",
			"Maria, and Lopez | P03, and P03", "It was Maria's idea | It was P03's idea",
			"Dr. López's patients | P03's patients", "ask Dr Maria J. Lopez now | ask P03 now",
			"Thanks, Doctor Maria. Maria is right | Thanks, P03. P03 is right", "O’Brien and o'brien | P04 and P04",
			"Anna | P05", "van der Berg-Holt left | van der P05 left", "Anna van der Berg-Holt left | P05 left",
			"Holt-Berg | P05-P05", "We will park it | We will park it", "Will and Mr. Park | P06 and P06",
			"Marianne is not Marial | Marianne is not Marial", "Fay asked | [Moderator] asked",
			"Hostetler’s guide | [Moderator]’s guide", "Shane came | [name] came", "Shane Near came | P07 came",
			"Distant voices | P40 voices", "no names at all | no names at all" })
	@DisplayName("X3 every name is replaced, in whatever case, with titles and possessives, at the bounds of words")
	void namesAreReplaced(String text, String covered) {
		assertThat(this.cover.cover(text)).isEqualTo(covered);
	}

	@Test
	@DisplayName("X3 names that are ordinary words are told apart by their capital, and named")
	void ordinaryWordsAreNamed() {
		assertThat(this.cover.ordinary()).contains("will", "park").doesNotContain("maria");
	}

	@Test
	@DisplayName("X5 a turn full of names is covered in no time")
	void manyNamesAreCoveredInNoTime() {
		String covered = this.cover.cover("Dr. Maria, ".repeat(100_000));

		assertThat(covered).startsWith("P03, P03").doesNotContain("Maria");
	}

}
