package org.projectthrive.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.projectthrive.guide.question.Polarity;
import org.projectthrive.guide.question.QuestionLinter;
import org.projectthrive.guide.question.Remark;

/**
 * Reads a guide as a seasoned moderator would, and remarks on it. It never forbids
 * anything.
 */
final class GuideLinter {

	private GuideLinter() {
	}

	static GuideRemarks read(Guide guide) {
		Map<UUID, List<Remark>> remarks = new HashMap<>();
		for (GuideQuestion question : guide.questions()) {
			remarks.put(question.key(), QuestionLinter.read(question.text()));
		}
		barrierBeforeAsset(guide.questions())
			.ifPresent((question) -> remarks.computeIfAbsent(question.key(), (key) -> new ArrayList<>())
				.add(0, new Remark(Remark.Kind.BARRIER_BEFORE_ASSET, question.domain())));
		return new GuideRemarks(remarks, guide.minutes().isOver());
	}

	private static Optional<GuideQuestion> barrierBeforeAsset(List<GuideQuestion> questions) {
		return questions.stream()
			.filter((question) -> question.polarity() != Polarity.OPEN)
			.findFirst()
			.filter((question) -> question.polarity() == Polarity.BARRIER);
	}

}
