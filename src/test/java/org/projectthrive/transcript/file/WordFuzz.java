package org.projectthrive.transcript.file;

import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

import org.projectthrive.support.MadeUp;

/** Run by {@code -Pfuzz}. */
class WordFuzz {

	static List<byte[]> seeds() {
		return FileTarget.WORD.seeds();
	}

	@DisplayName("SEC40 Word documents in a sound package, guided by coverage, are read or refused")
	@MethodSource("seeds")
	@FuzzTest(maxDuration = "10m")
	void read(byte[] input) {
		MadeUp.within(FileTarget.WORD, input);
	}

}
