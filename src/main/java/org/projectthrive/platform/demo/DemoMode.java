package org.projectthrive.platform.demo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.projectthrive.platform.database.EmbeddedDatabase;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether this is a demo: on the embedded database and only there, unless
 * {@code thrive.demo} says otherwise.
 */
@Component
public class DemoMode {

	/** The demo's project lead, whose account tells that the demo is loaded. */
	public static final String LEAD = "lead@thrive.example";

	public static final String PASSWORD = "thrive-demo";

	/** How many leaders vote at the demo's retreat. */
	public static final int LEADERS = 12;

	private final boolean on;

	DemoMode(ObjectProvider<EmbeddedDatabase> embedded, @Value("${thrive.demo:#{null}}") Boolean wanted) {
		this.on = (wanted != null) ? wanted : embedded.getIfAvailable() != null;
	}

	public boolean isOn() {
		return this.on;
	}

	/** One account per role, as the sign-in page lists them. */
	public static List<String> accounts() {
		return List.of(LEAD, "facilitator@thrive.example", "second.facilitator@thrive.example",
				"analyst@thrive.example", "second.analyst@thrive.example", "leader@thrive.example",
				"admin@thrive.example");
	}

	/** The twelve leaders' addresses. */
	public static List<String> leaders() {
		return Stream
			.concat(Stream.of("leader@thrive.example"),
					IntStream.rangeClosed(2, LEADERS).mapToObj((n) -> "leader" + n + "@thrive.example"))
			.toList();
	}

}
