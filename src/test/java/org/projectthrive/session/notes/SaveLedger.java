package org.projectthrive.session.notes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a writer sent and what was acknowledged, to be compared with what is stored after
 * all the crashes.
 */
final class SaveLedger {

	private final Queue<Save> sent = new ConcurrentLinkedQueue<>();

	private final Queue<Save> acknowledged = new ConcurrentLinkedQueue<>();

	void sent(Save save) {
		this.sent.add(save);
	}

	void acknowledged(Save save) {
		this.acknowledged.add(save);
	}

	int acknowledgements() {
		return this.acknowledged.size();
	}

	Verdict compareWith(List<Save> stored) {
		Set<Save> storedOnce = new HashSet<>(stored);
		Set<Save> known = new HashSet<>(this.sent);
		List<Save> lost = this.acknowledged.stream().filter((save) -> !storedOnce.contains(save)).toList();
		List<Save> duplicates = new ArrayList<>();
		Set<String> texts = new HashSet<>();
		Set<String> versions = new HashSet<>();
		for (Save save : stored) {
			if (!texts.add(save.text()) || !versions.add(save.id() + " " + save.version())) {
				duplicates.add(save);
			}
		}
		List<Save> phantoms = stored.stream().filter((save) -> !known.contains(save)).toList();
		Set<Save> answered = new HashSet<>(this.acknowledged);
		List<Save> unresolved = this.sent.stream().filter((save) -> !answered.contains(save)).toList();
		return new Verdict(lost, duplicates, phantoms, unresolved);
	}

	/** One version of one note. */
	record Save(UUID id, int version, String text) {
	}

	/**
	 * The four ways in which keeping notes can fail.
	 *
	 * @param lost acknowledged and not stored
	 * @param duplicates stored twice
	 * @param phantoms stored and never sent
	 * @param unresolved sent, and never acknowledged however often it was tried
	 */
	record Verdict(List<Save> lost, List<Save> duplicates, List<Save> phantoms, List<Save> unresolved) {
	}

}
