package org.projectthrive.review.contrast;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A row of the contrast table, such as "Schedules". */
@Entity
class ContrastTopic {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private String name;

	private int position;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected ContrastTopic() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	ContrastTopic(Long studyId, String name, int position) {
		this.studyId = studyId;
		this.name = name.strip();
		this.position = position;
	}

	Long id() {
		return this.id;
	}

	Long studyId() {
		return this.studyId;
	}

	void rename(String newName) {
		this.name = newName.strip();
	}

}
