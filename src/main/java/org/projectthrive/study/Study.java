package org.projectthrive.study;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/**
 * A focus-group study, from the first meeting of its project team to the last finished
 * initiative.
 */
@Entity
public class Study {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String name;

	private String purpose;

	private Long createdBy;

	private Instant createdAt;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Study() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Study(String name, String purpose, Long createdBy, Instant at) {
		this.name = name.strip();
		this.purpose = purpose.strip();
		this.createdBy = createdBy;
		this.createdAt = at;
	}

	public Long id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	public String purpose() {
		return this.purpose;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	int version() {
		return this.version;
	}

	Long createdBy() {
		return this.createdBy;
	}

	void describe(String newName, String newPurpose) {
		this.name = newName.strip();
		this.purpose = newPurpose.strip();
	}

}
