package org.projectthrive.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.marks.Mark;
import org.projectthrive.session.marks.MarkGroup;
import org.projectthrive.session.marks.NamedText;
import org.projectthrive.session.marks.Rewording;
import org.projectthrive.session.marks.Rewording.Change;
import org.projectthrive.session.names.Covered;
import org.projectthrive.session.names.NameCover;
import org.projectthrive.transcript.file.speech.Utterance;

/**
 * The turns of a file without the names that are known, and what else somebody has to
 * decide about in them.
 *
 * @param decisions what was decided, by place: a cover, or empty to keep the words
 */
public record PreviewMarks(List<CoveredTurn> turns, Map<String, String> decisions) {

	private static final int SHOWN = 60;

	static PreviewMarks of(List<Utterance> turns, NameCover cover, Map<String, String> decisions) {
		List<CoveredTurn> covered = new ArrayList<>();
		for (Utterance turn : turns) {
			String key = "turn:" + (covered.size() + 1);
			Covered text = cover.cover(turn.text());
			NamedText named = new NamedText(key, "Turn " + (covered.size() + 1), "", text.text());
			covered.add(new CoveredTurn(new NamedText(key, "", "", turn.text()), text, Mark.in(named, text.doubts())));
		}
		return new PreviewMarks(covered, decisions);
	}

	/** What the turn at this index says after what was decided. */
	String words(int turn) {
		return decided(this.turns.get(turn)).after();
	}

	/**
	 * What stands in it instead of something else: names that are known, then what was
	 * decided.
	 */
	List<Rewording> rewordings(int turn) {
		CoveredTurn covered = this.turns.get(turn);
		return List.of(Rewording.covered(covered.before(), covered.text()), decided(covered));
	}

	/**
	 * Which marks of the imported turn are those that somebody has kept.
	 * @param marks what is found in the turn now
	 */
	List<String> kept(int turn, List<Mark> marks) {
		Map<String, List<String>> left = new HashMap<>();
		for (Mark mark : this.turns.get(turn).marks()) {
			String decision = this.decisions.get(mark.place());
			if (decision == null || decision.isEmpty()) {
				left.computeIfAbsent(mark.likeness(), (likeness) -> new ArrayList<>())
					.add((decision == null) ? "open" : "");
			}
		}
		List<String> kept = new ArrayList<>();
		for (Mark mark : marks) {
			List<String> like = left.getOrDefault(mark.likeness(), List.of());
			if (!like.isEmpty() && like.remove(0).isEmpty()) {
				kept.add(mark.place());
			}
		}
		return kept;
	}

	List<Mark> all() {
		return this.turns.stream().flatMap((turn) -> turn.marks().stream()).toList();
	}

	/**
	 * Everything to decide and decided: equal words apart where they were decided apart.
	 */
	public List<MarkGroup> groups() {
		Map<String, List<Mark>> byDecision = new HashMap<>();
		List<MarkGroup> groups = new ArrayList<>();
		for (MarkGroup group : MarkGroup.of(all())) {
			byDecision.clear();
			List<@Nullable String> order = new ArrayList<>();
			for (Mark mark : group.marks()) {
				String decision = this.decisions.get(mark.place());
				if (!byDecision.containsKey(String.valueOf(decision))) {
					order.add(decision);
				}
				byDecision.computeIfAbsent(String.valueOf(decision), (key) -> new ArrayList<>()).add(mark);
			}
			order.forEach((decision) -> groups.add(new MarkGroup(group.likeness(),
					List.copyOf(byDecision.getOrDefault(String.valueOf(decision), List.of())), decision)));
		}
		return groups;
	}

	public List<MarkGroup> shown() {
		List<MarkGroup> groups = groups();
		int open = (int) groups.stream().limit(SHOWN).filter((group) -> group.decision() == null).count();
		List<MarkGroup> shown = (open > 0 || groups.size() <= SHOWN) ? groups
				: groups.stream().filter((group) -> group.decision() == null).toList();
		return shown.subList(0, Math.min(SHOWN, shown.size()));
	}

	public int more() {
		return Math.max(0, groups().size() - shown().size());
	}

	public boolean isNothing() {
		return this.turns.stream().allMatch((turn) -> turn.marks().isEmpty());
	}

	/** How many places are to be decided. */
	public long places() {
		return all().stream().filter((mark) -> !this.decisions.containsKey(mark.place())).count();
	}

	public boolean isOpen() {
		return places() > 0;
	}

	private Rewording decided(CoveredTurn turn) {
		NamedText text = new NamedText(turn.before().key(), "", "", turn.text().text());
		List<Change> changes = new ArrayList<>();
		for (Mark mark : turn.marks()) {
			String cover = this.decisions.getOrDefault(mark.place(), "");
			if (!cover.isEmpty()) {
				changes.add(new Change(mark.find().start(), mark.find().end(), cover));
			}
		}
		return new Rewording(text, changes);
	}

	/** A turn of the file before and after names were taken out. */
	record CoveredTurn(NamedText before, Covered text, List<Mark> marks) {
	}

}
