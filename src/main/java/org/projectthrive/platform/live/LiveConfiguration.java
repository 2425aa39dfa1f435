package org.projectthrive.platform.live;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The few threads that serve all streams: no stream has one of its own. None of them is
 * for anybody else's work.
 */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

	private static final int WRITERS = 8;

	@Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
	ScheduledExecutorService liveTimer() {
		return Executors.newScheduledThreadPool(2, named("live-timer-"));
	}

	@Bean(defaultCandidate = false, destroyMethod = "shutdownNow")
	ExecutorService liveWriters() {
		return Executors.newFixedThreadPool(WRITERS, named("live-writer-"));
	}

	private static ThreadFactory named(String prefix) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
		threads.setDaemon(true);
		return threads;
	}

}
