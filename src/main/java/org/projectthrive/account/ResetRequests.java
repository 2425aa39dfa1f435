package org.projectthrive.account;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Looks at requests for new passwords one by one and after their answer, so that its time
 * does not tell whether there is an account. What a node loses is asked for once more.
 */
@Component
class ResetRequests implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(ResetRequests.class);

	private static final int MOST_WAITING = 200;

	private final ThreadPoolExecutor worker = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(MOST_WAITING),
			(request, full) -> log.warn("A request for a new password was lost: {} wait", MOST_WAITING));

	private final PasswordResets resets;

	ResetRequests(PasswordResets resets) {
		this.resets = resets;
	}

	void add(String email) {
		this.worker.execute(() -> {
			try {
				this.resets.offer(email);
			}
			catch (RuntimeException ex) {
				log.warn("A request for a new password was lost: {}", ex.getClass().getSimpleName());
			}
		});
	}

	@Override
	public void destroy() throws InterruptedException {
		this.worker.shutdown();
		this.worker.awaitTermination(5, TimeUnit.SECONDS);
	}

}
