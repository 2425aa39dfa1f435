package org.projectthrive.session.notes;

import org.projectthrive.study.Membership;

import org.springframework.ui.Model;

/** What another part of a running session adds to its live page. */
public interface LivePart {

	void addTo(Model model, Membership me, Long sessionId);

}
