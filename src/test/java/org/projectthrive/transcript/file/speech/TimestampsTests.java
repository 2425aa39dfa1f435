package org.projectthrive.transcript.file.speech;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimestampsTests {

	@ParameterizedTest
	@CsvSource({ "500:59:59.999, 1803599999", "501:00:00.000, -1", "999:59:59.999, -1", "9999:00:00.000, -1",
			"9223372036854775808:00:00.000, -1", "00:60:00.000, -1", "00:00:60.000, -1", "99:99:99.999, -1",
			"999:59, 59999000", "1000:00, -1", "-00:00:05.000, 0", "0:0:0.0, 0", "'1:02:03,25', 3723250",
			"00:00:01.9999999, 1999", "00:00:01., -1", "1e3:00, -1", "٠٠:٠١, -1" })
	@DisplayName("X2 X5 a time is told in milliseconds that can be kept, or is none")
	void timesAreKeptOrNone(String stamp, int millis) {
		assertThat(Timestamps.millis(stamp)).isEqualTo(millis);
	}

}
