package org.projectthrive.session.marks;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes replaced words after the day the study has set. */
@Configuration(proxyBeanMethods = false)
class ReplacedWordsJob {

	@Bean
	Task<Void> forgetReplacedWords(ReplacedWords words) {
		return Tasks.recurring("forget-replaced-words", FixedDelay.of(Duration.ofHours(1)))
			.execute((instance, context) -> words.forgetDue());
	}

}
