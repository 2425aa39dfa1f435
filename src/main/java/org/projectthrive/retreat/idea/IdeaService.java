package org.projectthrive.retreat.idea;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.coding.Themes;
import org.projectthrive.coding.Themes.ThemeRow;
import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.review.ReleasedFindings;
import org.projectthrive.review.ReleasedFindings.FindingRow;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ideas are raised, worded and gated; none changes while a ballot is open, or once it is
 * chosen.
 */
@Service
@Transactional(readOnly = true)
public class IdeaService {

	private final IdeaRepository ideas;

	private final Themes themes;

	private final ReleasedFindings findings;

	private final Standstill standstill;

	private final AuditLog audit;

	private final Clock clock;

	IdeaService(IdeaRepository ideas, Themes themes, ReleasedFindings findings, Standstill standstill, AuditLog audit,
			Clock clock) {
		this.ideas = ideas;
		this.themes = themes;
		this.findings = findings;
		this.standstill = standstill;
		this.audit = audit;
		this.clock = clock;
	}

	Idea get(Long studyId, Long ideaId) {
		return this.ideas.ofStudy(studyId, ideaId).orElseThrow(() -> new NotFound("idea " + ideaId));
	}

	boolean hasTitle(Long studyId, String title, @Nullable Long except) {
		return this.ideas.hasTitle(studyId, title.strip(), (except != null) ? except : -1L);
	}

	/** Raises an idea and returns its id. */
	@Transactional
	public Long add(Long studyId, IdeaContent content, Origin origin, Long personId) {
		requireOfStudy(studyId, content.themes(), content.findings());
		Idea idea = save(new Idea(studyId, content, origin, personId, this.clock.instant()));
		this.audit.record(studyId, "idea.added", idea.id());
		return idea.id();
	}

	/**
	 * Words an idea anew.
	 * @param withThemes false when its themes stay, for whoever changes it does not see
	 * them
	 */
	@Transactional
	void change(Long studyId, Long ideaId, IdeaContent content, boolean withThemes, int knownVersion) {
		this.standstill.requireChangeable(studyId, ideaId);
		Idea idea = get(studyId, ideaId);
		idea.requireUnmerged();
		if (idea.version() != knownVersion) {
			throw new OptimisticLockingFailureException("idea " + ideaId);
		}
		IdeaContent said = withThemes ? content : content.withThemes(idea.themes());
		requireOfStudy(studyId, added(said.themes(), idea.themes()), added(said.findings(), idea.findings()));
		idea.say(said);
		save(idea);
		this.audit.record(studyId, "idea.changed", ideaId);
	}

	/** The scope gate: decided here, or sent to somebody who can decide. */
	@Transactional
	public void gate(Long studyId, Long ideaId, Scope scope, boolean decidedHere, String addressee) {
		this.standstill.requireChangeable(studyId, ideaId);
		Idea idea = get(studyId, ideaId);
		idea.requireUnmerged();
		idea.gate(scope, decidedHere, addressee);
		save(idea);
		this.audit.record(studyId, "idea.gated", ideaId);
	}

	private Idea save(Idea idea) {
		try {
			return this.ideas.saveAndFlush(idea);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("idea.title.once");
		}
	}

	private void requireOfStudy(Long studyId, Set<Long> themeIds, Set<Long> findingIds) {
		requireAll(this.themes.ofStudy(studyId).stream().map(ThemeRow::id), themeIds);
		requireAll(this.findings.ofStudy(studyId).stream().map(FindingRow::id), findingIds);
	}

	private static Set<Long> added(Set<Long> now, Set<Long> before) {
		return now.stream().filter((id) -> !before.contains(id)).collect(Collectors.toSet());
	}

	private static void requireAll(Stream<Long> known, Set<Long> linked) {
		if (!known.collect(Collectors.toSet()).containsAll(linked)) {
			throw new NotFound("theme or finding");
		}
	}

}
