package org.projectthrive.session.notes;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Version-7 UUIDs, which sort by the time at which they were made: for notes whose
 * browser makes none.
 */
final class Uuid7 {

	private static final SecureRandom RANDOM = new SecureRandom();

	private Uuid7() {
	}

	static UUID at(Instant instant) {
		long version = 0x7000L | (RANDOM.nextLong() & 0x0fffL);
		long variant = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
		return new UUID((instant.toEpochMilli() << 16) | version, variant);
	}

}
