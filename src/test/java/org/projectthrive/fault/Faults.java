package org.projectthrive.fault;

import java.time.Duration;

import org.junit.jupiter.api.TestReporter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How often and how long faults are tried, and where their figures go. */
final class Faults {

	/** 1 in the daily build; {@code -Dthrive.fault.repeats=20} takes its time. */
	static final int REPEATS = Integer.getInteger("thrive.fault.repeats", 1);

	private static final Logger log = LoggerFactory.getLogger(Faults.class);

	private Faults() {
	}

	/**
	 * A duration that is short by default and grows with the repeats up to its full
	 * length.
	 */
	static Duration upTo(Duration least, Duration full) {
		Duration wanted = least.multipliedBy(REPEATS);
		return least(wanted, full);
	}

	static Duration least(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	static void report(TestReporter reporter, String fault, String figures) {
		reporter.publishEntry(fault, figures);
		log.info("{}: {}", fault, figures);
	}

}
