package org.projectthrive.platform.audit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.projectthrive.platform.audit.AuditLog.AuditRow;

import static org.assertj.core.api.Assertions.assertThat;

class DeedsTests {

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	@Test
	@DisplayName("W1 what one person did of one kind lately is one line, with the latest time and how often")
	void equalDeedsAreOneLine() {
		List<Deeds> deeds = Deeds.of(List.of(event(5, "note.saved", "Fiona"), event(4, "note.saved", "Noah"),
				event(3, "note.saved", "Fiona"), event(2, "session.started", "Fiona"), event(1, "site.added", null)),
				3);

		assertThat(deeds).extracting((one) -> one.latest().id()).containsExactly(5L, 4L, 2L);
		assertThat(deeds).extracting(Deeds::times).containsExactly(2, 1, 1);
	}

	private static AuditRow event(int minute, String action, @Nullable String person) {
		return new AuditRow((long) minute, action, null, null, NOON.plusSeconds(60L * minute), person);
	}

}
