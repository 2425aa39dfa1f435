package org.projectthrive.review.summary;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** One bullet point of a summary, in analysts' words. */
@Entity
class SummaryPoint {

	static final int LONGEST = 1000;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	private SummaryCell cell;

	private int position;

	private String text;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected SummaryPoint() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	SummaryPoint(SummaryCell cell, String text, int position) {
		this.studyId = cell.studyId();
		this.cell = cell;
		this.text = text;
		this.position = position;
	}

	Long id() {
		return this.id;
	}

	int position() {
		return this.position;
	}

	String text() {
		return this.text;
	}

	void say(String newText, int newPosition) {
		this.text = newText;
		this.position = newPosition;
	}

}
