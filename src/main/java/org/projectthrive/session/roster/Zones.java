package org.projectthrive.session.roster;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The time zones to choose from: those named after a place, and UTC. */
public final class Zones {

	private static final Pattern PLACE = Pattern
		.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");

	private static final Map<String, String> ALL = named();

	private Zones() {
	}

	/** From IANA id to how it reads. */
	public static Map<String, String> all() {
		return ALL;
	}

	public static boolean isKnown(String zone) {
		return ALL.containsKey(zone);
	}

	private static Map<String, String> named() {
		Map<String, String> names = new LinkedHashMap<>();
		ZoneId.getAvailableZoneIds()
			.stream()
			.filter((id) -> PLACE.matcher(id).matches())
			.sorted()
			.forEach((id) -> names.put(id, id.replace('_', ' ')));
		return names;
	}

}
