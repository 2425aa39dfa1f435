package org.projectthrive.platform.live;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One page's open stream. What a slow one has not taken yet is kept as the newest number
 * of each thing, so that nothing piles up.
 */
class Stream {

	private final Listener listener;

	private final SseEmitter emitter;

	private final Executor writers;

	private final Map<String, SseEventBuilder> waiting = new LinkedHashMap<>();

	/** What this listener may know of, asked anew after each heartbeat. */
	private final Map<String, Boolean> open = new ConcurrentHashMap<>();

	private boolean writing;

	Stream(Listener listener, SseEmitter emitter, Executor writers) {
		this.listener = listener;
		this.emitter = emitter;
		this.writers = writers;
	}

	Listener listener() {
		return this.listener;
	}

	void signal(Signal signal, LiveSubject subject) {
		if (!signal.studyId().equals(this.listener.studyId())) {
			return;
		}
		String key = signal.subject() + signal.id();
		boolean mayKnow = this.open.computeIfAbsent(key,
				(unknown) -> subject.isOpenTo(signal.studyId(), this.listener.personId(), signal.id()));
		if (mayKnow) {
			write(key, SseEmitter.event().name(signal.subject()).data(signal.json()));
		}
	}

	/** Whatever the page shows may have changed. */
	void reread() {
		write("reread", SseEmitter.event().name("reread").reconnectTime(2000).data("{}"));
	}

	/** Nothing for the page; it finds out whether the page is still there. */
	void heartbeat() {
		this.open.clear();
		write("heartbeat", SseEmitter.event().comment("here"));
	}

	void close() {
		this.emitter.complete();
	}

	private void write(String key, SseEventBuilder event) {
		synchronized (this.waiting) {
			this.waiting.put(key, event);
			if (this.writing) {
				return;
			}
			this.writing = true;
		}
		try {
			this.writers.execute(this::writeAll);
		}
		catch (RejectedExecutionException ex) {
			close();
		}
	}

	private void writeAll() {
		try {
			for (SseEventBuilder event = next(); event != null; event = next()) {
				this.emitter.send(event);
			}
		}
		catch (IOException | IllegalStateException ex) {
			// the page is gone; the container says so to the emitter, but not always
			this.emitter.completeWithError(ex);
		}
	}

	private @Nullable SseEventBuilder next() {
		synchronized (this.waiting) {
			var entries = this.waiting.entrySet().iterator();
			if (!entries.hasNext()) {
				this.writing = false;
				return null;
			}
			SseEventBuilder event = entries.next().getValue();
			entries.remove();
			return event;
		}
	}

}
