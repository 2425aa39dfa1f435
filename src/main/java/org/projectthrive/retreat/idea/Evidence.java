package org.projectthrive.retreat.idea;

import java.util.List;

/**
 * What stands behind an idea.
 *
 * @param raisedIn the number of sessions in which any of its themes came up
 * @param sessions the number of sessions that were analysed
 */
public record Evidence(List<String> themes, List<String> findings, int raisedIn, int sessions) {

	static final Evidence NONE = new Evidence(List.of(), List.of(), 0, 0);

	public boolean isEmpty() {
		return this.themes.isEmpty() && this.findings.isEmpty();
	}

}
