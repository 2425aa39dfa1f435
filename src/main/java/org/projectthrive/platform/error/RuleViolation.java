package org.projectthrive.platform.error;

/**
 * A rule of the method was broken; its message is a key of {@code messages}, told to the
 * person as 409.
 */
public class RuleViolation extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Object[] arguments;

	public RuleViolation(String messageKey, Object... arguments) {
		super(messageKey);
		this.arguments = arguments;
	}

	public String messageKey() {
		return String.valueOf(getMessage());
	}

	public Object[] arguments() {
		return this.arguments.clone();
	}

}
