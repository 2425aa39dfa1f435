package org.projectthrive.session.names;

import java.util.List;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

import org.projectthrive.support.MadeUp;

/** Run by {@code -Pfuzz}. */
class NamesFuzz {

	static List<byte[]> seeds() {
		return NameTarget.seeds();
	}

	@DisplayName("SEC40 names, guided by coverage, are covered once and for all")
	@DictionaryEntries({ "Maria", "Lopez", "Dr. ", "O'Brien", "van der ", "Berg-Holt", "[name]", "P03", "@mlopez",
			"Park", "Okonkwo", "Odum", "Buzz", "Maple Street Clinic" })
	@MethodSource("seeds")
	@FuzzTest(maxDuration = "10m")
	void cover(byte[] input) {
		MadeUp.within(new NameTarget(), input);
	}

}
