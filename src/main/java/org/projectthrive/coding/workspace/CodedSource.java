package org.projectthrive.coding.workspace;

import java.util.List;

/** A turn or note with the codings that somebody sees on it. */
record CodedSource(SourceRow row, List<CodingRow> codings) {

	public List<Segment> segments() {
		return Segment.of(this.row.text(), this.codings);
	}

}
