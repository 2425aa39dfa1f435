package org.projectthrive.review.finding;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo's findings, most of them released. */
@Component
@Order(94)
class FindingDemo implements DemoPart {

	private final FindingService findings;

	private final FindingSubjects subjects;

	FindingDemo(FindingService findings, FindingSubjects subjects) {
		this.findings = findings;
		this.subjects = subjects;
	}

	@Override
	public void load(DemoStudy demo) {
		for (DemoFinding finding : demo.yaml("findings.yaml", new TypeReference<List<DemoFinding>>() {
		})) {
			demo.actAs("analyst@thrive.example");
			Long id = this.findings.write(demo.studyId(), content(demo, finding),
					demo.id("person:analyst@thrive.example"));
			demo.put("finding:" + finding.key(), id);
			if (finding.released()) {
				demo.actAs(DemoMode.LEAD);
				this.findings.release(demo.studyId(), id, demo.id("person:" + DemoMode.LEAD));
			}
		}
	}

	private FindingContent content(DemoStudy demo, DemoFinding finding) {
		UUID question = (finding.question() != null) ? (UUID) demo.value("questionKey:" + finding.question()) : null;
		Long topic = this.subjects.topics(demo.studyId())
			.entrySet()
			.stream()
			.filter((one) -> one.getValue().equals(finding.topic()))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
		return new FindingContent(finding.statement(), question, topic,
				finding.themes().stream().map((key) -> demo.id("theme:" + key)).collect(Collectors.toSet()));
	}

	/** A finding of the demo's file. */
	record DemoFinding(String key, String statement, @Nullable String question, @Nullable String topic,
			List<String> themes, boolean released) {
	}

}
