package org.projectthrive.transcript;

import java.util.UUID;

import org.projectthrive.session.SessionStages;

import org.springframework.stereotype.Component;

/**
 * What a transcript brings about when it is there: its questions are proposed, its file
 * is kept where the study says so, and its session moves on.
 */
@Component
class Arrival {

	private final QuestionSweep sweep;

	private final OriginalFiles files;

	private final SessionStages stages;

	Arrival(QuestionSweep sweep, OriginalFiles files, SessionStages stages) {
		this.sweep = sweep;
		this.files = files;
		this.stages = stages;
	}

	/** Holds a file as it came until its upload is imported or forgotten. */
	void hold(Long studyId, UUID upload, byte[] original) {
		this.files.hold(studyId, upload, original);
	}

	void follow(Long studyId, Long sessionId, Long transcriptId, UUID upload) {
		this.sweep.propose(studyId, sessionId, transcriptId);
		this.files.keep(studyId, transcriptId, upload);
		this.stages.transcribed(studyId, sessionId);
	}

}
