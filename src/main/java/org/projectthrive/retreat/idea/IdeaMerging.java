package org.projectthrive.retreat.idea;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one idea stand for several that say the same. Nothing is copied or lost: a merged
 * idea keeps its words and links, and is taken apart again by forgetting where it went.
 */
@Service
@Transactional(readOnly = true)
public class IdeaMerging {

	private static final Logger log = LoggerFactory.getLogger(IdeaMerging.class);

	private final IdeaRepository ideas;

	private final Standstill standstill;

	private final AuditLog audit;

	IdeaMerging(IdeaRepository ideas, Standstill standstill, AuditLog audit) {
		this.ideas = ideas;
		this.standstill = standstill;
		this.audit = audit;
	}

	/** Merges ideas, and what was merged into them before, into one that stays. */
	@Transactional
	public void merge(Long studyId, Long stayingId, Set<Long> mergedIds) {
		Set<Long> others = new TreeSet<>(mergedIds);
		others.remove(stayingId);
		if (others.isEmpty()) {
			throw new RuleViolation("idea.merge.two");
		}
		Set<Long> all = new HashSet<>(others);
		all.add(stayingId);
		this.standstill.requireMergeable(studyId, all);
		Idea staying = get(studyId, stayingId);
		others.forEach((id) -> merge(get(studyId, id), staying));
		log.info("{} ideas of study {} merged into {}", others.size(), studyId, stayingId);
	}

	@Transactional
	void takeApart(Long studyId, Long ideaId) {
		Set<Long> both = new HashSet<>(Set.of(ideaId));
		Long stands = get(studyId, ideaId).mergedInto();
		if (stands != null) {
			both.add(stands);
		}
		this.standstill.requireMergeable(studyId, both);
		get(studyId, ideaId).takeApart();
		this.audit.record(studyId, "idea.taken.apart", ideaId);
	}

	private void merge(Idea idea, Idea staying) {
		idea.requireUnmerged();
		this.ideas.mergedInto(idea.studyId(), idea.id()).forEach((earlier) -> earlier.mergeInto(staying));
		idea.mergeInto(staying);
		this.audit.record(idea.studyId(), "idea.merged", idea.id());
	}

	private Idea get(Long studyId, Long ideaId) {
		return this.ideas.ofStudy(studyId, ideaId).orElseThrow(() -> new NotFound("idea " + ideaId));
	}

}
