package org.projectthrive.retreat.idea;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.names.MayName;

@MayName
record GateForm(@NotNull @Nullable Scope scope, @NotNull @Nullable Decision decision,
		@Size(max = 200) @Nullable String addressee) {

	static GateForm of(Idea idea) {
		Decision decision = idea.isInScope() ? Decision.HERE : Decision.ELSEWHERE;
		return new GateForm(idea.scope(), idea.isGated() ? decision : null, idea.addressee());
	}

	@AssertTrue
	boolean isAddressed() {
		return this.decision != Decision.ELSEWHERE || !addresseeOrEmpty().isBlank();
	}

	String addresseeOrEmpty() {
		return (this.addressee != null) ? this.addressee : "";
	}

	/** Whether those who vote can decide on an idea. */
	enum Decision {

		HERE, ELSEWHERE

	}

}
