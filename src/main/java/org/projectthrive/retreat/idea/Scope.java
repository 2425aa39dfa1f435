package org.projectthrive.retreat.idea;

/** How far an idea reaches, and so who could decide on it. */
public enum Scope {

	UNIT, CLINIC, DEPARTMENT, ORGANISATION, OUTSIDE

}
