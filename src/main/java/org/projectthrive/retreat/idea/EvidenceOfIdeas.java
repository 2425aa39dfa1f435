package org.projectthrive.retreat.idea;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.projectthrive.coding.CodedWords;
import org.projectthrive.coding.CodedWords.ThemeInSession;
import org.projectthrive.coding.Themes;
import org.projectthrive.coding.Themes.ThemeRow;
import org.projectthrive.review.ReleasedFindings;
import org.projectthrive.review.ReleasedFindings.FindingRow;
import org.projectthrive.session.Sessions;
import org.projectthrive.session.Sessions.SessionRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what stands behind ideas: themes, the sessions in which they came up, released
 * findings. Never any words.
 */
@Service
@Transactional(readOnly = true)
public class EvidenceOfIdeas {

	private final JdbcClient jdbc;

	private final Themes themes;

	private final CodedWords codedWords;

	private final Sessions sessions;

	private final ReleasedFindings findings;

	EvidenceOfIdeas(JdbcClient jdbc, Themes themes, CodedWords codedWords, Sessions sessions,
			ReleasedFindings findings) {
		this.jdbc = jdbc;
		this.themes = themes;
		this.codedWords = codedWords;
		this.sessions = sessions;
		this.findings = findings;
	}

	/**
	 * The evidence of every idea of a study that has any, by the idea's id; that of
	 * merged ideas counts for the one that stands for them.
	 */
	public Map<Long, Evidence> ofStudy(Long studyId) {
		Map<Long, List<Long>> themesOf = links("theme", studyId);
		Map<Long, List<Long>> findingsOf = links("finding", studyId);
		Sources sources = sources(studyId);
		Set<Long> ideas = new HashSet<>(themesOf.keySet());
		ideas.addAll(findingsOf.keySet());
		return ideas.stream()
			.collect(Collectors.toMap((idea) -> idea, (idea) -> sources.evidence(themesOf.getOrDefault(idea, List.of()),
					findingsOf.getOrDefault(idea, List.of()))));
	}

	/** Of an idea with those merged into it; a merged one shows its own. */
	Evidence of(Idea idea) {
		return idea.isMerged() ? sources(idea.studyId()).evidence(idea.themes(), idea.findings())
				: ofStudy(idea.studyId()).getOrDefault(idea.id(), Evidence.NONE);
	}

	private Map<Long, List<Long>> links(String what, Long studyId) {
		Map<Long, List<Long>> links = new HashMap<>();
		this.jdbc
			.sql("select distinct coalesce(i.merged_into, i.id), l." + what + "_id from idea_" + what
					+ " l join idea i on i.id = l.idea_id where i.study_id = ? order by 1, 2")
			.param(studyId)
			.query((row) -> {
				links.computeIfAbsent(row.getLong(1), (idea) -> new ArrayList<>()).add(row.getLong(2));
			});
		return links;
	}

	private Sources sources(Long studyId) {
		Set<Long> held = this.sessions.ofStudy(studyId)
			.stream()
			.filter(SessionRow::isHeld)
			.map(SessionRow::id)
			.collect(Collectors.toSet());
		return new Sources(this.themes.ofStudy(studyId), this.codedWords.bySession(studyId),
				this.findings.ofStudy(studyId), held);
	}

	private record Sources(List<ThemeRow> themes, List<ThemeInSession> codings, List<FindingRow> findings,
			Set<Long> held) {

		Evidence evidence(Collection<Long> themeIds, Collection<Long> findingIds) {
			List<ThemeRow> named = this.themes.stream().filter((theme) -> themeIds.contains(theme.id())).toList();
			List<String> answered = this.findings.stream()
				.filter((finding) -> findingIds.contains(finding.id()))
				.map(FindingRow::statement)
				.toList();
			return new Evidence(named.stream().map(ThemeRow::name).toList(), answered, raisedIn(named),
					this.held.size());
		}

		/** A parent theme came up wherever one of its children did. */
		private int raisedIn(List<ThemeRow> named) {
			Set<Long> ids = named.stream().map(ThemeRow::id).collect(Collectors.toSet());
			this.themes.stream()
				.filter((theme) -> theme.parentId() != null && ids.contains(theme.parentId()))
				.map(ThemeRow::id)
				.toList()
				.forEach(ids::add);
			return (int) this.codings.stream()
				.filter((coding) -> ids.contains(coding.themeId()) && this.held.contains(coding.sessionId()))
				.map(ThemeInSession::sessionId)
				.distinct()
				.count();
		}

	}

}
