package org.projectthrive.session.roster;

import java.util.Locale;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

/**
 * Somebody who was asked to a focus group, as everybody but the lead and the session's
 * facilitators knows them: a code. Name and address are in the table
 * {@code participant_key}, which is no entity, so that nothing loads them by the way.
 */
@Entity
public class Participant {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private String code;

	@ManyToOne(optional = false)
	private Site site;

	private String profession;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Participant() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Participant(Long studyId, int number, Site site, String profession) {
		this.studyId = studyId;
		this.code = String.format(Locale.ROOT, "P%02d", number);
		work(site, profession);
	}

	public Long id() {
		return this.id;
	}

	public Long studyId() {
		return this.studyId;
	}

	public String code() {
		return this.code;
	}

	public Site site() {
		return this.site;
	}

	public String profession() {
		return this.profession;
	}

	final void work(Site at, String as) {
		this.site = at;
		this.profession = as.strip();
	}

}
