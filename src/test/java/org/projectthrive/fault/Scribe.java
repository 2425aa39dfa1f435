package org.projectthrive.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import com.microsoft.playwright.PlaywrightException;

import org.projectthrive.fault.Notebook.Half;
import org.projectthrive.fault.ReplayScript.Act;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who takes part in a session at a laptop, by a script, and goes on whatever
 * happens: opens the browser again, signs in when asked, and finishes what comes back.
 */
final class Scribe {

	private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

	private static final long A_WHILE = Duration.ofSeconds(20).toNanos();

	private static final long LID_CLOSED = Duration.ofMillis(700).toNanos();

	private final Laptop laptop;

	private final Facilitator who;

	private final String address;

	private final Notebook notebook;

	private final AtomicInteger signIns = new AtomicInteger();

	private LiveScreen screen;

	private int openings;

	private int step = 1;

	Scribe(Laptop laptop, Facilitator who, String path) {
		this.laptop = laptop;
		this.who = who;
		this.address = laptop.address(path);
		this.notebook = new Notebook(who.personId());
		this.screen = comeIn();
		this.screen.awaitKept();
	}

	Notebook notebook() {
		return this.notebook;
	}

	/** The screen shows what is stored, and will soon if not yet. */
	void assertShows(Supplier<List<String>> stored) {
		long end = System.nanoTime() + A_WHILE;
		while (!this.screen.notes().equals(stored.get()) && System.nanoTime() < end) {
			this.screen.pause(100);
		}
		assertThat(this.screen.notes()).isEqualTo(stored.get());
	}

	/** Does all that the script says, each at its time. */
	void play(List<Act> script, long begin, int speed) {
		for (Act act : script) {
			pauseUntil(begin + act.at().toNanos() / speed);
			whateverHappens(() -> perform(act));
		}
	}

	/** Waits until the page says that all is saved. */
	void finish() {
		long end = System.nanoTime() + PATIENCE;
		boolean[] saved = new boolean[1];
		while (!saved[0]) {
			whateverHappens(() -> {
				lookUp();
				saved[0] = this.screen.saysSaved() && this.screen.inBox().isEmpty();
				this.screen.pause(50);
			});
			assertThat(System.nanoTime()).as(() -> "not all is saved: " + this.screen.state()).isLessThan(end);
		}
		this.notebook.close(this.signIns.get() - this.openings);
	}

	private void pauseUntil(long instant) {
		while (System.nanoTime() < instant) {
			whateverHappens(() -> {
				this.laptop.applyFlightMode();
				this.screen.pause(Math.max(1, Math.min(100, (instant - System.nanoTime()) / 1_000_000)));
			});
		}
	}

	private void whateverHappens(Runnable deed) {
		try {
			deed.run();
		}
		catch (PlaywrightException | AssertionError ex) {
			if (!this.laptop.wasKilled()) {
				throw ex;
			}
			this.notebook.killed(this.laptop.killedAt());
			this.laptop.forget();
			LockSupport.parkNanos(LID_CLOSED);
			this.screen = comeIn();
		}
	}

	private LiveScreen comeIn() {
		long end = System.nanoTime() + PATIENCE;
		while (true) {
			try {
				this.openings++;
				LiveScreen next = new LiveScreen(this.laptop.open(), this.who.email(), this.signIns);
				while (!next.open(this.address)) {
					assertThat(System.nanoTime()).as("the page does not open").isLessThan(end);
				}
				return next;
			}
			catch (PlaywrightException ex) {
				if (!this.laptop.wasKilled()) {
					throw ex;
				}
				this.laptop.forget();
			}
		}
	}

	private void perform(Act act) {
		lookUp();
		switch (act.deed()) {
			case NOTE -> write(act);
			case EDIT -> addTo(act);
			case MOVE -> move();
			case PARK -> park(act);
		}
	}

	/** Sees what the page asks, and finishes what stands in the box. */
	private void lookUp() {
		this.laptop.applyFlightMode();
		this.screen.signInIfAsked();
		this.screen.box().focus();
		String inBox = this.screen.inBox();
		if (!inBox.isEmpty()) {
			finish(inBox);
		}
	}

	private void finish(String inBox) {
		Optional<Half> half = this.notebook.half(inBox);
		if (half.isPresent()) {
			assertThat(inBox).as("what came back").startsWith(half.get().sure());
			this.screen.press("Control+End");
			this.screen.insert(half.get().text().substring(inBox.length()));
			enter(this.notebook.finishing(half.get()));
			return;
		}
		TypedNote note = this.notebook.note(inBox)
			.orElseThrow(() -> new AssertionError("nobody has typed " + inBox + " into this box"));
		note.cameBack();
		note.finishing(inBox);
		enter(note);
	}

	private void enter(TypedNote note) {
		this.screen.press("Enter");
		note.finished();
	}

	private void write(Act act) {
		this.screen.press(act.kindKey());
		TypedNote note = new TypedNote(act.kind(), act.speaker());
		Half half = this.notebook.begin(note, act.words());
		int middle = act.words().length() / 2;
		String question = this.screen.question();
		this.screen.insert(act.prefix());
		this.screen.type(act.words().substring(0, middle));
		half.typed(act.words().substring(0, middle));
		note.typedUnder(question, this.screen.question());
		this.screen.pause(this.step++ % 3 * 200L);
		this.screen.insert(act.words().substring(middle));
		half.typed(act.words());
		if (!this.screen.inBox().equals(act.words())) { // something came in between
			this.screen.signInIfAsked();
			this.screen.box().fill(act.words());
		}
		enter(this.notebook.finishing(half));
	}

	private void addTo(Act act) {
		this.screen.press("ArrowUp");
		String before = this.screen.inBox();
		if (before.isEmpty()) {
			return; // there is no note to be seen
		}
		TypedNote note = this.notebook.note(before)
			.orElseThrow(() -> new AssertionError("nobody has typed " + before + " at this laptop"));
		note.finishing(before + act.words());
		this.screen.press("Control+End");
		this.screen.insert(act.words());
		enter(note);
	}

	private void move() {
		this.screen.press((this.step++ % 2 == 0) ? "Alt+ArrowDown" : "Alt+ArrowUp");
	}

	private void park(Act act) {
		TypedNote topic = new TypedNote("", null);
		this.notebook.parked().add(topic);
		topic.finishing(act.words());
		this.screen.press("Alt+KeyP");
		this.screen.insert(act.words());
		enter(topic);
	}

}
