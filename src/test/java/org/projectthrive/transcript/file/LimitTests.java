package org.projectthrive.transcript.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.projectthrive.transcript.file.speech.TranscriptText;
import org.projectthrive.transcript.file.speech.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LimitTests {

	@ParameterizedTest
	@ValueSource(strings = { "P0%d: a%n", "00:00:%1$02d.000 --> 00:00:%1$02d.500%n<v P0%1$d>a%n%n" })
	@DisplayName("X5 SEC39 of 5,000 turns each is read, and one more is refused")
	void turnsAreCounted(String turn) {
		String talk = (turn.startsWith("P") ? "" : "WEBVTT\n\n") + (turn.formatted(1) + turn.formatted(2)).repeat(2500);

		assertThat(read(talk).turns()).hasSize(5000);
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(talk + turn.formatted(1)))
			.withMessageEndingWith(".turns");
	}

	@Test
	@DisplayName("X5 SEC39 of 100 speakers each is known, and one more is refused")
	void speakersAreCounted() {
		assertThat(read(crowd(100)).turns()).hasSize(200);
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> read(crowd(101))).withMessageEndingWith(".crowd");
	}

	@ParameterizedTest
	@CsvSource({ "19999999, long", "20000000, long", "20000001, large" })
	@DisplayName("X5 SEC39 a file of 20 MB is looked at, and one of a byte more is not")
	void bytesAreCounted(int size, String reason) {
		byte[] file = new byte[size];
		Arrays.fill(file, (byte) 'a');

		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> TranscriptFiles.decode("talk.txt", file))
			.withMessageEndingWith("." + reason);
	}

	@Test
	@DisplayName("X2 X5 a turn too long to be shown is cut, and never within a character")
	void longTurnsAreCutBetweenCharacters() {
		TranscriptText talk = read("P01: a" + "\uD83D\uDE00".repeat(5000) + "\nP01: b\n");

		assertThat(talk.turns()).hasSizeGreaterThan(3).allSatisfy((turn) -> {
			assertThat(turn.text().length()).isLessThanOrEqualTo(4000);
			assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(turn.text())).isTrue();
		});
	}

	private static String crowd(int people) {
		return IntStream.range(0, people)
			.mapToObj((one) -> "Person %1$d: a%nPerson %1$d: b%n".formatted(one))
			.collect(Collectors.joining());
	}

	private static TranscriptText read(String talk) {
		return TranscriptFiles.read(TranscriptFiles.decode("talk.txt", talk.getBytes(StandardCharsets.UTF_8)),
				(label) -> label.startsWith("P0"));
	}

}
