package org.projectthrive;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Focus groups, from the first question to the change that came of them. */
@SpringBootApplication
public class ThriveApplication {

	public static void main(String[] args) {
		SpringApplication.run(ThriveApplication.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
