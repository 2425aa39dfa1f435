package org.projectthrive.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.transcript.file.speech.Unreadable;

/**
 * Lets few files be read at a time, for each may need a multiple of its size in memory;
 * the others wait, and are told to come again when that takes too long.
 */
final class Readers {

	private static final int AT_A_TIME = 2;

	private static final int PATIENCE_SECONDS = 20;

	private final Semaphore places = new Semaphore(AT_A_TIME, true);

	<T> T call(Reading<T> reading) throws IOException {
		try {
			if (!this.places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw Unreadable.busy();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw Unreadable.busy();
		}
		try {
			return reading.read();
		}
		finally {
			this.places.release();
		}
	}

	/**
	 * The same with a file that was uploaded before; when it is busy, this is told as a
	 * rule.
	 */
	<T> T again(Supplier<T> reading) {
		try {
			return call(reading::get);
		}
		catch (Unreadable ex) {
			throw new RuleViolation(ex.messageKey());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is done with a file. */
	interface Reading<T> {

		T read() throws IOException;

	}

}
