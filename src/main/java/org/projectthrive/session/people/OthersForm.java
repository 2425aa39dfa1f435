package org.projectthrive.session.people;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who else was present: how many, and as what. */
record OthersForm(@Min(0) @Max(50) Integer othersPresent, @Size(max = OthersForm.LONGEST) String othersRoles) {

	static final int LONGEST = 200;

	OthersForm(@Nullable Integer othersPresent, @Nullable String othersRoles) {
		this.othersPresent = (othersPresent != null) ? othersPresent : 0;
		this.othersRoles = (othersRoles != null) ? othersRoles.strip() : "";
	}

}
