package org.projectthrive.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.platform.web.HomeAddress;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * At a start without any administrator, prints the one-time link that makes the first.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SetupLink implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(SetupLink.class);

	private final AccountService accounts;

	private final HomeAddress home;

	SetupLink(AccountService accounts, HomeAddress home) {
		this.accounts = accounts;
		this.home = home;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.accounts.needsSetup()) {
			log.info("Nobody administers this server yet. Open once, within a day: {}",
					this.home.of("/setup/" + this.accounts.setupToken()));
		}
	}

}
