package org.projectthrive.session;

import java.util.Set;

/** What moves a session on: the table of the stages from which it may, and to which. */
enum StageChange {

	INVITE(Stage.INVITED, "session.invited", Stage.PLANNED),

	START(Stage.IN_PROGRESS, "session.started", Stage.INVITED),

	END(Stage.HELD, "session.ended", Stage.IN_PROGRESS),

	DEBRIEF(Stage.DEBRIEFED, "session.debriefed", Stage.HELD),

	TRANSCRIBE(Stage.TRANSCRIBED, "session.transcribed", Stage.HELD, Stage.DEBRIEFED),

	CLOSE(Stage.CLOSED, "session.closed", Stage.DEBRIEFED, Stage.TRANSCRIBED),

	CANCEL(Stage.CANCELLED, "session.cancelled", Stage.PLANNED, Stage.INVITED);

	private final Stage to;

	private final String audited;

	@SuppressWarnings("ImmutableEnumChecker") // of, so nobody can change it
	private final Set<Stage> from;

	StageChange(Stage to, String audited, Stage... from) {
		this.to = to;
		this.audited = audited;
		this.from = Set.of(from);
	}

	Stage to() {
		return this.to;
	}

	boolean isPossibleFrom(Stage stage) {
		return this.from.contains(stage);
	}

	/** What the audit log calls it. */
	String audited() {
		return this.audited;
	}

	/** The message that says when it is possible. */
	String refusal() {
		return "session.stage." + this.to + ".refused";
	}

}
