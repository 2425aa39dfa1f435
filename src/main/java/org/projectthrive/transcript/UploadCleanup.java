package org.projectthrive.transcript;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Forgets uploads that were neither imported nor discarded within a day: they hold names.
 */
@Configuration(proxyBeanMethods = false)
class UploadCleanup {

	@Bean
	Task<Void> forgetTranscriptUploads(TranscriptImport imports) {
		return Tasks.recurring("forget-transcript-uploads", FixedDelay.of(Duration.ofMinutes(15)))
			.execute((instance, context) -> imports.forgetOldUploads());
	}

}
