package org.projectthrive.review.contrast;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.review.domain.Side;

/** One statement of the contrast table; it rests on summary points of its side. */
@Entity
class ContrastStatement {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	private ContrastTopic topic;

	@Enumerated(EnumType.STRING)
	private Side side;

	private String text;

	private int position;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected ContrastStatement() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	ContrastStatement(ContrastTopic topic, Side side, String text, int position) {
		this.studyId = topic.studyId();
		this.topic = topic;
		this.side = side;
		this.text = text.strip();
		this.position = position;
	}

	Long id() {
		return this.id;
	}

	void say(ContrastTopic newTopic, String newText) {
		this.topic = newTopic;
		this.text = newText.strip();
	}

	/** What makes the job difficult is no evidence of what goes well. */
	void requireSide(Side pointSide) {
		if (this.side != pointSide) {
			throw new RuleViolation("contrast.side.other");
		}
	}

}
