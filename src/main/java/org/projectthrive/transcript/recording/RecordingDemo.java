package org.projectthrive.transcript.recording;

import java.time.Clock;
import java.time.LocalDate;

import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.session.Sessions;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The recordings of the demo's sessions: all but the last are deleted. */
@Component
@Order(72)
class RecordingDemo implements DemoPart {

	private static final String FACILITATOR = "facilitator@thrive.example";

	private final RecordingRepository recordings;

	private final Sessions sessions;

	private final Clock clock;

	RecordingDemo(RecordingRepository recordings, Sessions sessions, Clock clock) {
		this.recordings = recordings;
		this.sessions = sessions;
		this.clock = clock;
	}

	@Override
	public void load(DemoStudy demo) {
		for (int number = 1; number <= DemoStudy.SESSIONS.size(); number++) {
			Long sessionId = demo.id("session:" + number);
			LocalDate held = RecordingService.held(this.sessions.get(demo.studyId(), sessionId));
			LocalDate today = LocalDate.now(this.clock);
			boolean last = number == DemoStudy.SESSIONS.size();
			Recording recording = new Recording(demo.studyId(), sessionId);
			recording.track("Clinic network, folder of the study", last ? "Transcription service" : "Project lead",
					held, last ? null : held.plusDays(3), (last ? today : held).plusDays(30));
			if (!last) {
				recording.delete(held.plusDays(5), demo.id("person:" + FACILITATOR));
			}
			this.recordings.saveAndFlush(recording);
		}
	}

}
