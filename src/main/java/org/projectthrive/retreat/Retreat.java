package org.projectthrive.retreat;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Half a day on which leaders hear what clinicians said, add ideas and vote. */
@Entity
class Retreat {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private String title;

	private LocalDate heldOn;

	private String place;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Retreat() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Retreat(Long studyId, String title, LocalDate heldOn, String place) {
		this.studyId = studyId;
		plan(title, heldOn, place);
	}

	public Long id() {
		return this.id;
	}

	public Long studyId() {
		return this.studyId;
	}

	public String title() {
		return this.title;
	}

	public LocalDate heldOn() {
		return this.heldOn;
	}

	public String place() {
		return this.place;
	}

	final void plan(String newTitle, LocalDate newDay, String newPlace) {
		this.title = newTitle.strip();
		this.heldOn = newDay;
		this.place = newPlace.strip();
	}

}
