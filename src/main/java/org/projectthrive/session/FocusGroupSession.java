package org.projectthrive.session;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.roster.Site;

/**
 * A conversation with a small group, led by two: planned, invited to, held, debriefed,
 * transcribed, closed. Its plan is open to change until it begins; from then on it runs
 * on the guide that was published when it began.
 */
@Entity
class FocusGroupSession {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Site site;

	@Embedded
	private Plan plan;

	@Enumerated(EnumType.STRING)
	private Stage stage = Stage.PLANNED;

	private @Nullable Long guideId;

	private @Nullable Instant startedAt;

	private @Nullable Instant endedAt;

	@ElementCollection
	@CollectionTable(name = "session_facilitator", joinColumns = @JoinColumn(name = "session_id"))
	@MapKeyColumn(name = "member_id")
	@Column(name = "job")
	@Enumerated(EnumType.STRING)
	private Map<Long, Job> facilitators = new HashMap<>();

	/** The participants who are expected; whether they came is recorded beside them. */
	@ElementCollection
	@CollectionTable(name = "session_participant", joinColumns = @JoinColumn(name = "session_id"))
	@Column(name = "participant_id")
	private Set<Long> expected = new HashSet<>();

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected FocusGroupSession() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	FocusGroupSession(Long studyId, Plan plan, @Nullable Site site, Map<Long, Job> facilitators) {
		this.studyId = studyId;
		plan(plan, site, facilitators);
	}

	public Long id() {
		return this.id;
	}

	public Long studyId() {
		return this.studyId;
	}

	public @Nullable Site site() {
		return this.site;
	}

	public Plan plan() {
		return this.plan;
	}

	public Stage stage() {
		return this.stage;
	}

	public int version() {
		return this.version;
	}

	@Nullable Long guideId() {
		return this.guideId;
	}

	@Nullable Instant startedAt() {
		return this.startedAt;
	}

	@Nullable Instant endedAt() {
		return this.endedAt;
	}

	Map<Long, Job> facilitators() {
		return Map.copyOf(this.facilitators);
	}

	Set<Long> expected() {
		return Set.copyOf(this.expected);
	}

	final void plan(Plan newPlan, @Nullable Site newSite, Map<Long, Job> newFacilitators) {
		require(this.stage.isUpcoming(), "session.plan.frozen");
		require(newPlan.kind() == Plan.Kind.MAKE_UP || newSite != null, "session.site.missing");
		require(newPlan.capacity() >= this.expected.size(), "session.capacity.below");
		this.site = newSite;
		this.plan = (newSite != null) ? withZoneOf(newSite, newPlan) : newPlan;
		this.facilitators.clear();
		this.facilitators.putAll(newFacilitators);
	}

	/** Keeps the hour on the clock when its site's time zone was put right. */
	void followSite() {
		if (this.site != null) {
			this.plan = this.plan.in(this.site.zone());
		}
	}

	/** Expects these participants too; who was expected already stays so. */
	void expect(Set<Long> participantIds) {
		require(!this.stage.isOver(), "session.over");
		this.expected.addAll(participantIds);
		require(!this.stage.isUpcoming() || this.expected.size() <= this.plan.capacity(), "session.capacity.full");
	}

	/**
	 * Once it has begun nobody is taken off the list: who did not come is simply absent.
	 */
	void expectNoMore(Long participantId) {
		require(this.stage.isUpcoming(), "session.participant.stays");
		if (!this.expected.remove(participantId)) {
			throw new NotFound("participant " + participantId + " of session " + this.id);
		}
	}

	void invite() {
		move(StageChange.INVITE);
	}

	/** Whoever does what in it is known by then. */
	void start(Long onGuideId, Instant at) {
		requirePossible(StageChange.START);
		missingJobs().stream().findFirst().ifPresent((job) -> {
			throw new RuleViolation("session.lacks." + job);
		});
		move(StageChange.START);
		this.guideId = onGuideId;
		this.startedAt = at;
	}

	void end(Instant at) {
		move(StageChange.END);
		this.endedAt = at;
	}

	/** Says whether this was news; a later stage stays. */
	boolean debriefed() {
		return moveIfPossible(StageChange.DEBRIEF);
	}

	/** Says whether this was news; a later stage stays. */
	boolean transcribed() {
		return moveIfPossible(StageChange.TRANSCRIBE);
	}

	void close() {
		move(StageChange.CLOSE);
	}

	void cancel() {
		move(StageChange.CANCEL);
	}

	/** What nobody does yet. */
	Set<Job> missingJobs() {
		Set<Job> missing = EnumSet.allOf(Job.class);
		missing.removeAll(this.facilitators.values());
		return missing;
	}

	void requirePossible(StageChange change) {
		require(change.isPossibleFrom(this.stage), change.refusal());
	}

	private boolean moveIfPossible(StageChange change) {
		boolean news = change.isPossibleFrom(this.stage);
		if (news) {
			this.stage = change.to();
		}
		return news;
	}

	private void move(StageChange change) {
		requirePossible(change);
		this.stage = change.to();
	}

	private static Plan withZoneOf(Site site, Plan plan) {
		return plan.zone().equals(site.zone()) ? plan : plan.in(site.zone());
	}

	private static void require(boolean holds, String messageKey) {
		if (!holds) {
			throw new RuleViolation(messageKey);
		}
	}

	/** What a facilitator does in a session; one person does one thing. */
	enum Job {

		MODERATOR, NOTE_TAKER

	}

}
