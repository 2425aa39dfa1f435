package org.projectthrive.session.marks;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes replaced words, and files as they came, after the days the study has set. */
@Configuration(proxyBeanMethods = false)
class ReplacedWordsJob {

	@Bean
	Task<Void> forgetReplacedWords(ReplacedWords words) {
		return Tasks.recurring("forget-replaced-words", FixedDelay.of(Duration.ofHours(1)))
			.execute((instance, context) -> words.forgetDue());
	}

	@Bean
	Task<Void> dropKeptFiles(FileSetting files) {
		return Tasks.recurring("drop-kept-files", FixedDelay.of(Duration.ofHours(1)))
			.execute((instance, context) -> files.dropDue());
	}

}
