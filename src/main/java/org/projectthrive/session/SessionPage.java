package org.projectthrive.session;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.BeforeStart.Lack;
import org.projectthrive.session.Conflicts.Expected;
import org.projectthrive.session.Conflicts.Flag;
import org.projectthrive.session.Sessions.Facilitator;
import org.projectthrive.session.roster.Site;

/**
 * One session with what the person who looks may see of it.
 *
 * @param open whether names, place and notes are theirs to see
 * @param guideNumber the version of the guide that it runs on, once it has begun
 * @param lacks what is missing before it can start
 * @param candidates who could be asked too; for the lead only
 */
record SessionPage(FocusGroupSession session, boolean open, List<Facilitator> facilitators, List<Expected> people,
		Written written, @Nullable Integer guideNumber, List<Flag> flags, List<Lack> lacks,
		List<Candidate> candidates) {

	public Fill fill() {
		int attended = (int) this.people.stream().filter(Expected::attended).count();
		return new Fill(this.people.size(), attended, this.session.plan().capacity(), stage().isHeld());
	}

	public Stage stage() {
		return this.session.stage();
	}

	public boolean isUpcoming() {
		return stage().isUpcoming();
	}

	/** Whether the given change is possible now. */
	public boolean can(String change) {
		return StageChange.valueOf(change).isPossibleFrom(stage());
	}

	/** Whether its facilitators have something to do for it on this page. */
	public boolean hasNext() {
		return stage().compareTo(Stage.DEBRIEFED) <= 0;
	}

	/** Jobs that nobody does yet. */
	public List<String> missingJobs() {
		List<String> filled = this.facilitators.stream().map(Facilitator::job).toList();
		return Stream.of(FocusGroupSession.Job.values())
			.map(Enum::name)
			.filter((job) -> !filled.contains(job))
			.toList();
	}

	/** The pages of a session, those that the person may open. */
	public List<Tab> tabs() {
		Tab plan = new Tab("plan", "", true, "");
		if (!this.open) {
			return List.of(plan, transcript());
		}
		boolean begun = !stage().isUpcoming() && stage() != Stage.CANCELLED;
		return List.of(plan, new Tab("people", "/people", true, peopleState()),
				new Tab("live", stage().isHeld() ? "/notes" : "/live", begun, liveState()),
				new Tab("debrief", "/debrief", stage().isHeld(), debriefState()), transcript());
	}

	/**
	 * Those whom this session suits best: of its site, or who could not come to their
	 * own.
	 */
	public List<Candidate> likely() {
		return this.candidates.stream().filter(this::suits).toList();
	}

	public List<Candidate> others() {
		return this.candidates.stream().filter((candidate) -> !suits(candidate)).toList();
	}

	private boolean suits(Candidate candidate) {
		Site site = this.session.site();
		boolean here = site == null || site.id().equals(candidate.siteId());
		boolean free = candidate.sessions() == 0
				|| (this.session.plan().kind() == Plan.Kind.MAKE_UP && candidate.missed());
		return here && free && !candidate.came();
	}

	private Tab transcript() {
		return new Tab("transcript", "/transcript", stage().isHeld(), transcriptState());
	}

	private String peopleState() {
		return (stage() == Stage.INVITED || stage() == Stage.IN_PROGRESS) ? "now" : "";
	}

	private String liveState() {
		return switch (stage()) {
			case PLANNED, INVITED, CANCELLED -> "later";
			case IN_PROGRESS -> "running";
			default -> "notes";
		};
	}

	private String debriefState() {
		if (this.written.debrief()) {
			return "written";
		}
		return stage().isHeld() ? "due" : "later";
	}

	private String transcriptState() {
		if (stage() == Stage.TRANSCRIBED) {
			return "there";
		}
		return Stream.of(Stage.HELD, Stage.DEBRIEFED).anyMatch((one) -> one == stage()) ? "missing"
				: (stage() == Stage.CLOSED ? "" : "later");
	}

	/** What was written down about a session. */
	record Written(int notes, boolean debrief) {
	}

	/**
	 * A page of a session.
	 *
	 * @param key message {@code session.tab.<key>}
	 * @param path below the session's address
	 * @param link whether there is something to open
	 * @param state message {@code session.tab.<key>.<state>}; may be empty
	 */
	record Tab(String key, String path, boolean link, String state) {

		public String stateKey() {
			return "session.tab." + this.key + "." + this.state;
		}

	}

	/**
	 * Somebody who could be asked too.
	 *
	 * @param missed was expected in a session that was held, and absent
	 * @param came has been to a session
	 * @param sessions in how many other sessions they are expected
	 */
	record Candidate(Long id, String code, String profession, Long siteId, String site, @Nullable String name,
			boolean came, int sessions, boolean missed) {
	}

}
