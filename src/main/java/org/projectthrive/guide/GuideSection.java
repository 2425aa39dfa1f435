package org.projectthrive.guide;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A titled stretch of a guide. */
@Entity
class GuideSection {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	private Guide guide;

	private Long studyId;

	private int position;

	private String title;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected GuideSection() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	GuideSection(Guide guide, int position, String title) {
		this.guide = guide;
		this.studyId = guide.studyId();
		this.position = position;
		this.title = title.strip();
	}

	public Long id() {
		return this.id;
	}

	public String title() {
		return this.title;
	}

	int position() {
		return this.position;
	}

	void rename(String newTitle) {
		this.title = newTitle.strip();
	}

}
