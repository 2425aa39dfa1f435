package org.projectthrive.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A note as its writer finished it, once or, with its changes, several times. */
final class TypedNote {

	private static final long A_SECOND = Duration.ofSeconds(1).toNanos();

	private static final long NOT_YET = Long.MAX_VALUE;

	private final List<Version> versions = new ArrayList<>();

	private final String kind;

	private final @Nullable String speaker;

	private @Nullable String topic;

	private boolean placed = true;

	TypedNote(String kind, @Nullable String speaker) {
		this.kind = kind;
		this.speaker = speaker;
	}

	String kind() {
		return this.kind;
	}

	@Nullable String speaker() {
		return this.speaker;
	}

	/** The question it was typed under, if that stood still. */
	@Nullable String topic() {
		return this.topic;
	}

	void typedUnder(String before, String after) {
		this.topic = before.equals(after) ? before : null;
	}

	/** Its writer is about to press the last key. */
	void finishing(String text) {
		this.versions.removeIf((version) -> version.text().equals(text));
		this.versions.add(new Version(text, NOT_YET, true));
	}

	void finished() {
		Version last = this.versions.remove(this.versions.size() - 1);
		this.versions.add(new Version(last.text(), System.nanoTime(), false));
	}

	/** Its writer's browser was killed: what was younger than a second may be gone. */
	void killed(long when) {
		this.versions
			.replaceAll((version) -> (version.at() > when - A_SECOND) ? new Version(version.text(), 0, true) : version);
	}

	/** It came back after a kill: whether it was sent before nobody can say. */
	void cameBack() {
		this.placed = false;
	}

	boolean isCertain() {
		return this.versions.stream().anyMatch((version) -> !version.doubtful());
	}

	/** Whether its place among the notes of its writer is known. */
	boolean isPlaced() {
		return this.placed && isCertain() && !this.versions.get(0).doubtful();
	}

	/**
	 * What may be stored of it: the last text that is certain, or a doubtful later one.
	 */
	List<String> possible() {
		int from = 0;
		for (int i = 0; i < this.versions.size(); i++) {
			from = this.versions.get(i).doubtful() ? from : i;
		}
		return this.versions.subList(from, this.versions.size()).stream().map(Version::text).toList();
	}

	boolean hasRead(String text) {
		return this.versions.stream().anyMatch((version) -> version.text().equals(text));
	}

	@Override
	public String toString() {
		return this.versions.toString();
	}

	private record Version(String text, long at, boolean doubtful) {
	}

}
