package org.projectthrive.transcript.file;

/** The kinds of transcript that can be read. */
public enum TranscriptFormat {

	WEBVTT, SUBRIP, WORD, PLAIN_TEXT

}
