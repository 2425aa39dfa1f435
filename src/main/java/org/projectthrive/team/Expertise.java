package org.projectthrive.team;

/** What a member of the project team knows well. */
public enum Expertise {

	CLINICIAN, WELL_BEING_PROMOTION, QUALITY_IMPROVEMENT, OTHER

}
