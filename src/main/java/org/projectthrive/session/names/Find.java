package org.projectthrive.session.names;

import java.util.List;

/**
 * Words of a text that give somebody away, or may.
 *
 * @param start the first character
 * @param end the character after the last
 * @param covers what may stand instead, the likeliest first
 * @param certain whether nobody needs to be asked before the first cover is put there
 * @param asked whether somebody is to be asked all the same
 */
public record Find(int start, int end, Kind kind, List<String> covers, boolean certain, boolean asked) {

	public Find {
		covers = List.copyOf(covers);
	}

	static Find certain(int start, int end, Kind kind, String cover) {
		return new Find(start, end, kind, List.of(cover), true, false);
	}

	static Find doubt(int start, int end, Kind kind, List<String> covers) {
		return new Find(start, end, kind, covers, false, true);
	}

	public String cover() {
		return this.covers.get(0);
	}

	public String words(String text) {
		return text.substring(this.start, this.end);
	}

	Find moved(int by) {
		return new Find(this.start + by, this.end + by, this.kind, this.covers, this.certain, this.asked);
	}

}
