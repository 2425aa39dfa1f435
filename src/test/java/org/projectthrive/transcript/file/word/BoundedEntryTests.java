package org.projectthrive.transcript.file.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.transcript.file.speech.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BoundedEntryTests {

	private static final int MEGABYTE = 1 << 20;

	@Test
	@DisplayName("SEC35 an entry inflates to as many bytes as are allowed, and to none more, however it is read")
	void noMoreThanAllowed() throws IOException {
		assertThat(entry(100, 100, 100).readAllBytes()).hasSize(100);
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> entry(101, 101, 100).readAllBytes());
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> entry(101, 101, 100).skip(101));
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> {
			BoundedEntry entry = entry(101, 101, 100);
			while (entry.read() >= 0) {
				assertThat(entry).isNotNull();
			}
		});
	}

	@Test
	@DisplayName("SEC35 an entry that inflates to more than a hundred times its size is refused once that is much")
	void noMoreThanBelievable() throws IOException {
		assertThat(entry(4 * MEGABYTE, 10, 100 * MEGABYTE).readAllBytes()).hasSize(4 * MEGABYTE);
		assertThat(entry(5 * MEGABYTE, MEGABYTE / 10, 100 * MEGABYTE).readAllBytes()).hasSize(5 * MEGABYTE);
		assertThatExceptionOfType(Unreadable.class)
			.isThrownBy(() -> entry(5 * MEGABYTE, MEGABYTE / 30, 100 * MEGABYTE).readAllBytes());
	}

	private static BoundedEntry entry(int bytes, long compressed, long most) {
		return new BoundedEntry(new ByteArrayInputStream(new byte[bytes]), compressed, most, 0.01);
	}

}
