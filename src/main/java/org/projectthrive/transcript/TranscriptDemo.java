package org.projectthrive.transcript;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.platform.demo.DemoTranscript;
import org.projectthrive.platform.demo.DemoTranscript.Line;
import org.projectthrive.session.SessionStages;
import org.projectthrive.session.Sessions;
import org.projectthrive.transcript.SessionQuestions.Start;
import org.projectthrive.transcript.StretchStore.Mark;
import org.projectthrive.transcript.TranscriptStore.NewTurn;
import org.projectthrive.transcript.TranscriptStore.TurnLine;
import org.projectthrive.transcript.file.TranscriptFormat;
import org.projectthrive.transcript.voice.Casting;
import org.projectthrive.transcript.voice.Voice;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The transcripts of the demo's six sessions. */
@Component
@Order(70)
class TranscriptDemo implements DemoPart {

	private static final String FACILITATOR = "facilitator@thrive.example";

	private final TranscriptStore store;

	private final Casting casting;

	private final StretchStore stretches;

	private final SessionQuestions questions;

	private final Sessions sessions;

	private final SessionStages stages;

	private final Clock clock;

	TranscriptDemo(TranscriptStore store, Casting casting, StretchStore stretches, SessionQuestions questions,
			Sessions sessions, SessionStages stages, Clock clock) {
		this.store = store;
		this.casting = casting;
		this.stretches = stretches;
		this.questions = questions;
		this.sessions = sessions;
		this.stages = stages;
		this.clock = clock;
	}

	@Override
	public void load(DemoStudy demo) {
		demo.actAs(FACILITATOR);
		for (int number = 1; number <= DemoStudy.SESSIONS.size(); number++) {
			load(demo, number, DemoTranscript.read(demo, DemoStudy.SESSIONS.get(number - 1)));
		}
	}

	private void load(DemoStudy demo, int number, List<Line> lines) {
		Long sessionId = demo.id("session:" + number);
		Long transcriptId = this.store.add(demo.studyId(), sessionId, TranscriptFormat.PLAIN_TEXT,
				demo.id("person:" + FACILITATOR), this.clock.instant());
		demo.put("transcript:" + number, transcriptId);
		Map<String, Long> speakers = new HashMap<>();
		List<NewTurn> turns = new ArrayList<>();
		for (Line line : lines) {
			Long speaker = speakers.computeIfAbsent(line.speaker(),
					(name) -> this.store.addSpeaker(demo.studyId(), transcriptId, voice(demo, sessionId, name)));
			Integer end = (turns.size() + 1 < lines.size()) ? lines.get(turns.size() + 1).startsMs() : null;
			turns.add(new NewTurn(speaker, line.startsMs(), end, line.text(), id(demo, "question:" + line.part()),
					id(demo, "unscripted:" + number + ":" + line.part())));
		}
		this.store.addTurns(demo.studyId(), transcriptId, sessionId, turns);
		int position = 0;
		for (TurnLine turn : this.store.turns(transcriptId)) {
			position++;
			demo.put("turn:" + number + ":" + position, turn.id());
		}
		settleQuestions(demo, number, sessionId, transcriptId);
		this.stages.transcribed(demo.studyId(), sessionId);
	}

	/** The questions of the last session still wait for somebody to confirm them. */
	private void settleQuestions(DemoStudy demo, int number, Long sessionId, Long transcriptId) {
		if (number < DemoStudy.SESSIONS.size()) {
			this.stretches.confirm(transcriptId, demo.id("person:" + FACILITATOR), this.clock.instant());
			return;
		}
		Map<Integer, Start> heard = new HashMap<>();
		this.questions.propose(demo.studyId(), sessionId, this.stretches.said(transcriptId))
			.forEach((start) -> heard.put(start.turn() + 1, start));
		List<Mark> marks = this.stretches.marks(transcriptId).stream().map((mark) -> {
			Start start = heard.get(mark.position());
			if (start == null || !start.choice().value().equals(mark.value())) {
				return mark;
			}
			return new Mark(mark.turnId(), mark.position(), mark.value(), start.confidence());
		}).toList();
		this.stretches.assign(demo.studyId(), transcriptId, marks, this.questions.choices(demo.studyId(), sessionId));
	}

	private Voice voice(DemoStudy demo, Long sessionId, String speaker) {
		if (speaker.startsWith("P")) {
			return Voice.participant(demo.id("participant:" + speaker), speaker, "");
		}
		String label = speaker.equals("MOD") ? "Moderator" : "Note-taker";
		return this.casting.of(demo.studyId(), sessionId)
			.propose(label)
			.orElseThrow(() -> new IllegalStateException("The demo's session has no " + label));
	}

	private static @Nullable Long id(DemoStudy demo, String name) {
		return demo.has(name) ? demo.id(name) : null;
	}

}
