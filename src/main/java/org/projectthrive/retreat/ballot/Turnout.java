package org.projectthrive.retreat.ballot;

/** How many have voted, of how many. Never who, never when. */
public record Turnout(int cast, int electors) {

	public boolean reaches(int quorum) {
		return this.cast >= quorum;
	}

}
