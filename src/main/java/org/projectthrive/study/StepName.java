package org.projectthrive.study;

/** The five steps of the method, in their order. */
public enum StepName {

	TEAM, GUIDE, SESSIONS, REVIEW, ACTION

}
