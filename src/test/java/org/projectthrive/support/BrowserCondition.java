package org.projectthrive.support;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether {@link BrowserTests} run. */
class BrowserCondition implements ExecutionCondition {

	private static final AtomicBoolean SAID = new AtomicBoolean();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (Browsers.available()) {
			return ConditionEvaluationResult.enabled("there is a browser");
		}
		if (Boolean.parseBoolean(System.getenv("CI"))) {
			throw new IllegalStateException("Chromium or Node.js is missing, and CI=true wants the browser tests");
		}
		if (!SAID.getAndSet(true)) {
			System.err.println("##### THE BROWSER TESTS ARE SKIPPED: Chromium or Node.js is not installed #####");
		}
		return ConditionEvaluationResult.disabled("Chromium or Node.js is not installed");
	}

}
