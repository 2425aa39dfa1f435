package org.projectthrive.transcript.file;

/** The kinds of transcript that can be read. */
public enum TranscriptFormat {

	WEBVTT, PLAIN_TEXT

}
