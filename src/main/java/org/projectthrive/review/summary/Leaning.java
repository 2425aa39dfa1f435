package org.projectthrive.review.summary;

/** Which way what was said leans: it helps people thrive, hinders them, or both. */
public enum Leaning {

	HELPS, HINDERS, MIXED

}
