package org.projectthrive.team;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.projectthrive.account.Person;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.study.Role;

/**
 * A person in a project team, with roles and expertise. Who leaves stays as the author of
 * what they wrote.
 */
@Entity
class Member {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Person person;

	@ElementCollection
	@CollectionTable(name = "member_role", joinColumns = @JoinColumn(name = "member_id"))
	@Column(name = "role")
	@Enumerated(EnumType.STRING)
	private Set<Role> roles = EnumSet.noneOf(Role.class);

	@ElementCollection
	@CollectionTable(name = "member_expertise", joinColumns = @JoinColumn(name = "member_id"))
	@Column(name = "expertise")
	@Enumerated(EnumType.STRING)
	private Set<Expertise> expertise = EnumSet.noneOf(Expertise.class);

	@Embedded
	private Profile profile = Profile.EMPTY;

	private Instant addedAt;

	private @Nullable Instant removedAt;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Member() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Member(Long studyId, Person person, Set<Role> roles, Set<Expertise> expertise, Instant at) {
		this.studyId = studyId;
		this.person = person;
		this.addedAt = at;
		serveAs(roles, expertise);
	}

	public Long id() {
		return this.id;
	}

	public Long studyId() {
		return this.studyId;
	}

	public Person person() {
		return this.person;
	}

	public Set<Role> roles() {
		return Set.copyOf(this.roles);
	}

	public Set<Expertise> expertise() {
		return Set.copyOf(this.expertise);
	}

	public Profile profile() {
		return this.profile;
	}

	public int version() {
		return this.version;
	}

	public boolean isRemoved() {
		return this.removedAt != null;
	}

	final void serveAs(Set<Role> newRoles, Set<Expertise> newExpertise) {
		if (newRoles.isEmpty()) {
			throw new RuleViolation("team.member.roles.missing");
		}
		this.roles.clear();
		this.roles.addAll(newRoles);
		this.expertise.clear();
		this.expertise.addAll(newExpertise);
	}

	void describe(Profile newProfile) {
		this.profile = newProfile;
	}

	void remove(Instant at) {
		this.removedAt = at;
	}

	void returnToTeam(Set<Role> newRoles, Set<Expertise> newExpertise) {
		if (!isRemoved()) {
			throw new RuleViolation("team.member.once");
		}
		this.removedAt = null;
		serveAs(newRoles, newExpertise);
	}

}
