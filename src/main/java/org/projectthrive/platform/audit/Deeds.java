package org.projectthrive.platform.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog.AuditRow;

/** What one person did of one kind lately: the latest time, and how often. */
public record Deeds(AuditRow latest, int times) {

	/**
	 * Of events with the newest first; the kinds of deeds come in the same order, at most
	 * {@code most} of them.
	 */
	public static List<Deeds> of(List<AuditRow> events, int most) {
		Map<Kind, Deeds> deeds = new LinkedHashMap<>();
		events.forEach((event) -> deeds.merge(new Kind(event.person(), event.action()), new Deeds(event, 1),
				(newer, older) -> new Deeds(newer.latest(), newer.times() + older.times())));
		return deeds.values().stream().limit(most).toList();
	}

	private record Kind(@Nullable String person, String action) {
	}

}
