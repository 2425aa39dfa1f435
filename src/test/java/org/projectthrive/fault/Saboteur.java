package org.projectthrive.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Breaks one thing after the other at random instants, and mends what breaks for long.
 */
final class Saboteur {

	private static final Logger log = LoggerFactory.getLogger(Saboteur.class);

	private static final int MOST_STARTS = 3;

	private static final List<Fault> EARLY = List.of(Fault.DATABASE_KILLED, Fault.SERVER_KILLED);

	private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);

	private final List<Duration> restarts = new ArrayList<>();

	private final Random random;

	private final ChildApplication application;

	private final List<Laptop> laptops;

	private final Duration longest;

	private CompletableFuture<Void> restart = CompletableFuture.completedFuture(null);

	/**
	 * @param longest how long something is away at most
	 */
	Saboteur(Random random, ChildApplication application, List<Laptop> laptops, Duration longest) {
		this.random = random;
		this.application = application;
		this.laptops = laptops;
		this.longest = longest;
	}

	/**
	 * Each fault once, then each again in another order, and so on; all is whole again
	 * when it returns. The server is killed early, so that others happen while it is
	 * away.
	 */
	void work(long end, Duration pause) {
		List<Fault> next = inAnyOrder();
		next.removeAll(EARLY);
		next.addAll(0, EARLY);
		while (System.nanoTime() < end || this.done.size() < Fault.values().length) {
			if (next.isEmpty()) {
				next = inAnyOrder();
			}
			LockSupport.parkNanos((long) (pause.toNanos() * (0.3 + 1.4 * this.random.nextDouble())));
			Fault fault = next.remove(0);
			log.info("fault: {}", fault);
			if (inflict(fault)) {
				this.done.merge(fault, 1, Integer::sum);
			}
		}
		this.restart.join();
	}

	private List<Fault> inAnyOrder() {
		List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
		Collections.shuffle(faults, this.random);
		return faults;
	}

	private boolean inflict(Fault fault) {
		Laptop laptop = this.laptops.get(this.random.nextInt(this.laptops.size()));
		Duration length = Duration.ofMillis(200 + this.random.nextInt((int) this.longest.toMillis()));
		try {
			switch (fault) {
				case LINE_CUT -> {
					laptop.wire().cut();
					mend(laptop, length);
				}
				case LINE_SILENT -> {
					laptop.wire().silence();
					mend(laptop, length);
				}
				case FLIGHT_MODE -> {
					laptop.setFlightMode(true);
					LockSupport.parkNanos(length.toNanos());
					laptop.setFlightMode(false);
				}
				case LAPTOP_CLOSED -> {
					return laptop.kill();
				}
				case DATABASE_KILLED -> {
					return killDatabase();
				}
				case SERVER_KILLED -> killServer(length);
			}
			return true;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void mend(Laptop laptop, Duration after) {
		LockSupport.parkNanos(after.toNanos());
		laptop.wire().mend();
	}

	private boolean killDatabase() {
		boolean runs = this.application.databaseProcess().isPresent();
		this.application.killDatabase();
		return runs;
	}

	/** Others go on breaking things while it starts again. */
	private void killServer(Duration down) {
		this.restart.join();
		this.application.kill();
		this.restart = CompletableFuture.runAsync(() -> {
			LockSupport.parkNanos(down.toNanos());
			startAgain();
		});
	}

	/** As often as whoever runs it would try: its database may be killed meanwhile. */
	private void startAgain() {
		for (int i = 0; i < MOST_STARTS; i++) {
			try {
				this.restarts.add(this.application.start());
				return;
			}
			catch (IOException | AssertionError ex) {
				log.warn("The application did not start", ex);
			}
		}
		throw new IllegalStateException("The application does not start any more");
	}

	@Override
	public String toString() {
		return "%s, ready again after %s".formatted(this.done, this.restarts);
	}

	private enum Fault {

		LINE_CUT, LINE_SILENT, FLIGHT_MODE, SERVER_KILLED, DATABASE_KILLED, LAPTOP_CLOSED

	}

}
