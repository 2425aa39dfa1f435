package org.projectthrive.study;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.study.StudyProgress.CriterionProgress;
import org.projectthrive.study.StudyProgress.NextThing;
import org.projectthrive.study.StudyProgress.StepProgress;
import org.projectthrive.study.StudyProgress.StepState;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows how far a study is. All criteria, rulings and counts of the five steps are asked
 * in one statement.
 */
@Service
@Transactional(readOnly = true)
public class ProgressService {

	private final List<Step> parts;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final String sql;

	ProgressService(List<Step> parts, JdbcClient jdbc, Clock clock) {
		this.parts = List.copyOf(parts);
		this.jdbc = jdbc;
		this.clock = clock;
		this.sql = sql(this.parts);
	}

	public StudyProgress of(Long studyId) {
		Map<String, Object> facts = this.jdbc.sql(this.sql)
			.param("study", studyId)
			.param("now", Timestamp.from(this.clock.instant()))
			.query()
			.singleRow();
		return progress(facts);
	}

	/** The same for a member who looks, with what waits for that member. */
	Outlook of(Membership member) {
		List<Step.Errand> errands = this.parts.stream()
			.flatMap((part) -> part.errands().stream())
			.filter((errand) -> member.isAnyOf(errand.by()))
			.sorted(Comparator.comparing(Step.Errand::patient))
			.toList();
		String columns = errands.stream()
			.map((errand) -> ",\n" + column(errand.path(), "errand " + errand.key()))
			.collect(Collectors.joining());
		Map<String, Object> facts = this.jdbc.sql(this.sql + columns)
			.param("study", member.study().id())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("person", member.personId())
			.param("member", member.memberId())
			.query()
			.singleRow();
		StudyProgress progress = progress(facts);
		return new Outlook(progress, errand(errands, facts).or(() -> progress.next(member)).orElse(null));
	}

	private static Optional<NextThing> errand(List<Step.Errand> errands, Map<String, Object> facts) {
		return errands.stream()
			.filter((errand) -> facts.get("errand " + errand.key()) != null)
			.map((errand) -> new NextThing("errand." + errand.key(),
					String.valueOf(facts.get("errand " + errand.key()))))
			.findFirst();
	}

	/** The pages that a member may open, and the one that is open now. */
	Navigation navigation(Membership member, String path) {
		Map<StepName, List<Step.Page>> pages = new EnumMap<>(StepName.class);
		for (StepName name : StepName.values()) {
			pages.put(name,
					partsOf(name).flatMap((part) -> part.pages().stream())
						.filter((page) -> member.isAnyOf(page.by()))
						.toList());
		}
		return Navigation.at(path, pages);
	}

	private StudyProgress progress(Map<String, Object> facts) {
		return new StudyProgress(Stream.of(StepName.values()).map((name) -> step(name, facts)).toList(), counts(facts));
	}

	private StepProgress step(StepName name, Map<String, Object> facts) {
		List<CriterionProgress> criteria = partsOf(name).flatMap((part) -> part.criteria().stream())
			.map((criterion) -> new CriterionProgress(criterion,
					Boolean.TRUE.equals(facts.get("criterion " + criterion.key())),
					Boolean.TRUE.equals(facts.get("ready " + criterion.key()))))
			.toList();
		boolean allMet = !criteria.isEmpty() && criteria.stream().allMatch(CriterionProgress::met);
		return new StepProgress(name, state(allMet, (String) facts.get("ruling " + name)), criteria);
	}

	private static StepState state(boolean allMet, @Nullable String ruling) {
		if ("REOPENED".equals(ruling)) {
			return StepState.REOPENED;
		}
		if (allMet) {
			return StepState.DONE;
		}
		return "OVERRIDDEN".equals(ruling) ? StepState.OVERRIDDEN : StepState.OPEN;
	}

	private Map<String, Long> counts(Map<String, Object> facts) {
		Map<String, Long> counts = new LinkedHashMap<>();
		this.parts.stream()
			.flatMap((part) -> part.counts().stream())
			.forEach((count) -> counts.put(count.key(),
					(facts.get("count " + count.key()) instanceof Number number) ? number.longValue() : 0L));
		return counts;
	}

	private Stream<Step> partsOf(StepName name) {
		return this.parts.stream().filter((part) -> part.name() == name);
	}

	private static String sql(List<Step> parts) {
		List<String> columns = new ArrayList<>();
		for (Step part : parts) {
			part.criteria().forEach((criterion) -> {
				columns.add(column(criterion.fact(), "criterion " + criterion.key()));
				columns.add(column(criterion.ready(), "ready " + criterion.key()));
			});
			part.counts().forEach((count) -> columns.add(column(count.sql(), "count " + count.key())));
		}
		for (StepName step : StepName.values()) {
			columns.add(column("select kind from step_ruling where study_id = :study and step = '" + step
					+ "' order by id desc limit 1", "ruling " + step));
		}
		return "select " + String.join(",\n", columns);
	}

	private static String column(String expression, String name) {
		return "(" + expression + ") as \"" + name + "\"";
	}

	/** How far a study is, and the one next thing to do for the member who looks. */
	record Outlook(StudyProgress progress, @Nullable NextThing next) {
	}

}
