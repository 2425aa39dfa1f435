package org.projectthrive.session.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A place where participants work, in its own time zone. */
@Entity
public class Site {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private String name;

	private String zone;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Site() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	public Site(Long studyId, String name, String zone) {
		this.studyId = studyId;
		describe(name, zone);
	}

	public Long id() {
		return this.id;
	}

	public Long studyId() {
		return this.studyId;
	}

	public String name() {
		return this.name;
	}

	public String zone() {
		return this.zone;
	}

	public final void describe(String newName, String newZone) {
		this.name = newName.strip();
		this.zone = newZone;
	}

}
