package org.projectthrive.transcript.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.projectthrive.support.MadeUp;
import org.projectthrive.transcript.file.speech.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;

class MadeUpFilesTests {

	private static final Map<FileTarget, Class<?>> FUZZ = Map.of(FileTarget.SUBTITLES, SubtitleFuzz.class,
			FileTarget.PLAIN_TEXT, PlainTextFuzz.class, FileTarget.WORD, WordFuzz.class, FileTarget.ANY_FILE,
			FileBytesFuzz.class);

	@ParameterizedTest
	@EnumSource
	@DisplayName("SEC40 made-up files are read or refused in time, each turn can be kept, and what was found stays mended")
	void madeUpFilesAreReadOrRefused(FileTarget target, TestReporter reporter) {
		List<byte[]> seeds = new ArrayList<>(target.seeds());
		seeds.addAll(MadeUp.kept(FUZZ.get(target)));

		int tried = new MadeUp(seeds, FileTarget.WORDS).tryOn(target);

		reporter.publishEntry(target + " tried", String.valueOf(tried));
		assertThat(seeds).as("seeds that are read").anyMatch((seed) -> isRead(target, seed));
		assertThat(tried).isGreaterThan(seeds.size());
	}

	private static boolean isRead(FileTarget target, byte[] seed) {
		try {
			return !target.read(seed).turns().isEmpty();
		}
		catch (Unreadable ex) {
			return false;
		}
	}

}
