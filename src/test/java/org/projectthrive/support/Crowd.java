package org.projectthrive.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do the same thing at the same moment. */
public final class Crowd {

	private Crowd() {
	}

	/** Lets {@code size} threads start together and returns what each of them got. */
	public static <T> List<T> of(int size, Callable<T> action) {
		CyclicBarrier start = new CyclicBarrier(size);
		ExecutorService threads = Executors.newFixedThreadPool(size);
		try {
			List<Future<T>> running = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				running.add(threads.submit(() -> {
					start.await();
					return action.call();
				}));
			}
			List<T> results = new ArrayList<>();
			for (Future<T> one : running) {
				results.add(one.get());
			}
			return results;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			threads.shutdownNow();
		}
	}

}
