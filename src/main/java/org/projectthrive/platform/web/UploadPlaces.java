package org.projectthrive.platform.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Where bodies with files are received: so many at a time in all, and few of one person,
 * so that nobody keeps the others from sending theirs.
 */
final class UploadPlaces {

	static final int IN_ALL = 16;

	static final int OF_ONE_PERSON = 2;

	private final Semaphore free = new Semaphore(IN_ALL);

	private final Map<String, Integer> taken = new ConcurrentHashMap<>();

	/** Takes a place, which must be left again, or says that there is none. */
	boolean take(String person) {
		if (this.taken.merge(person, 1, Integer::sum) <= OF_ONE_PERSON && this.free.tryAcquire()) {
			return true;
		}
		oneLess(person);
		return false;
	}

	void leave(String person) {
		this.free.release();
		oneLess(person);
	}

	private void oneLess(String person) {
		this.taken.computeIfPresent(person, (who, places) -> (places > 1) ? places - 1 : null);
	}

}
