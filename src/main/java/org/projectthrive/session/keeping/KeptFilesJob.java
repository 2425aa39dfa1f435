package org.projectthrive.session.keeping;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes files as they came after the day the study has set. */
@Configuration(proxyBeanMethods = false)
class KeptFilesJob {

	@Bean
	Task<Void> dropKeptFiles(FileSetting files) {
		return Tasks.recurring("drop-kept-files", FixedDelay.of(Duration.ofHours(1)))
			.execute((instance, context) -> files.dropDue());
	}

}
