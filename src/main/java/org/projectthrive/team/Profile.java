package org.projectthrive.team;

import jakarta.persistence.Embeddable;

/** What a report must say about a member of the research team (COREQ, items 1 to 8). */
@Embeddable
record Profile(String credentials, String occupation, String training, String relation) {

	static final Profile EMPTY = new Profile("", "", "", "");

}
