package org.projectthrive.review.contrast;

import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;

import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.review.domain.Side;
import org.projectthrive.review.summary.DemoSession;
import org.projectthrive.review.summary.DemoSession.DemoPoint;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The demo's contrast table: eight topics; a statement rests on every point that names
 * its key.
 */
@Component
@Order(93)
class ContrastDemo implements DemoPart {

	private final ContrastService contrasts;

	ContrastDemo(ContrastService contrasts) {
		this.contrasts = contrasts;
	}

	@Override
	public void load(DemoStudy demo) {
		demo.actAs("analyst@thrive.example");
		for (DemoTopic topic : demo.yaml("contrasts.yaml", new TypeReference<List<DemoTopic>>() {
		})) {
			Long topicId = this.contrasts.addTopic(demo.studyId(), topic.topic());
			state(demo, topicId, Side.DIFFICULT, topic.difficult());
			state(demo, topicId, Side.GOES_WELL, topic.well());
		}
		for (String slug : DemoStudy.SESSIONS) {
			place(demo, demo.yaml("sessions/" + slug + ".yaml", new TypeReference<DemoSession>() {
			}));
		}
	}

	private void state(DemoStudy demo, Long topicId, Side side, Map<String, String> statements) {
		statements.forEach((key, text) -> demo.put("statement:" + key,
				this.contrasts.addStatement(demo.studyId(), topicId, side, text)));
	}

	private void place(DemoStudy demo, DemoSession session) {
		session.summary().forEach((part, cell) -> {
			for (int i = 0; i < cell.pointsOrNone().size(); i++) {
				DemoPoint point = cell.pointsOrNone().get(i);
				if (point.contrast() != null) {
					this.contrasts.place(demo.studyId(),
							demo.id("point:" + session.number() + ":" + part + ":" + (i + 1)),
							demo.id("statement:" + point.contrast()));
				}
			}
		});
	}

	/** A topic of the demo's file with its statements by key. */
	record DemoTopic(String topic, Map<String, String> difficult, Map<String, String> well) {
	}

}
