package org.projectthrive.session.names;

import java.util.List;

/**
 * Who is known around a session.
 *
 * @param places the names of the study's sites
 */
public record KnownNames(List<Person> people, List<String> places) {

	public NameCover cover() {
		NameCover cover = new NameCover();
		this.people.forEach(cover::person);
		this.places.forEach(cover::place);
		return cover;
	}

	/** Tells texts that may hold a name of these people from those that do not. */
	public NameSieve sieve() {
		return new NameSieve(this.people);
	}

}
