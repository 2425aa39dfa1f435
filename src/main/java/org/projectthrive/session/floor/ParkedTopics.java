package org.projectthrive.session.floor;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.platform.live.Signals;
import org.projectthrive.session.SessionSubject;
import org.projectthrive.session.floor.Changes.Floor;
import org.projectthrive.session.floor.Changes.Parked;
import org.projectthrive.session.floor.FloorRepository.TopicId;
import org.projectthrive.session.marks.TypedWords;
import org.projectthrive.session.notes.LiveSessions;
import org.projectthrive.study.Membership;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came up and has to wait; any facilitator of the session parks and ticks off. */
@Service
@Transactional(readOnly = true)
class ParkedTopics {

	private static final int MOST = 200;

	private final ParkedRepository parked;

	private final FloorService floor;

	private final UnscriptedQuestions unscripted;

	private final LiveSessions live;

	private final TypedWords typed;

	private final AuditLog audit;

	private final Signals signals;

	ParkedTopics(ParkedRepository parked, FloorService floor, UnscriptedQuestions unscripted, LiveSessions live,
			TypedWords typed, AuditLog audit, Signals signals) {
		this.parked = parked;
		this.floor = floor;
		this.unscripted = unscripted;
		this.live = live;
		this.typed = typed;
		this.audit = audit;
		this.signals = signals;
	}

	/**
	 * Parks it without names, or changes what is parked under this id, if nobody else has
	 * changed it meanwhile; the same again does nothing.
	 */
	@Transactional
	Parked put(Membership me, Long sessionId, UUID id, ParkedForm form) {
		Long studyId = me.study().id();
		this.floor.lock(me, sessionId);
		if (!this.live.get(studyId, sessionId).open()) {
			throw new RuleViolation("parked.closed");
		}
		String key = form.topicOrNull();
		TopicId topic = (key != null) ? this.floor.topic(studyId, sessionId, key) : null;
		Optional<Parked> current = this.parked.find(studyId, sessionId, id);
		String words = current.map(Parked::text)
			.filter(form.words()::equals)
			.orElseGet(() -> this.typed.cover(studyId, sessionId, "parked:" + id, form.words()));
		Parked sent = new Parked(id, words, (topic != null) ? topic.key() : null, form.isDone(), form.base(), 0);
		if (current.filter((one) -> one.says(sent)).isPresent()) {
			return current.get();
		}
		current.filter((one) -> one.version() != sent.version()).ifPresent((one) -> {
			throw new ParkedConflict(one, sent);
		});
		save(me, sessionId, sent, topic, current.isEmpty());
		this.audit.record(studyId, "parked-topic.saved", id);
		this.signals.changed(SessionSubject.NAME, studyId, sessionId);
		return this.parked.find(studyId, sessionId, id).orElseThrow();
	}

	/** Comes back to it, as a question of its own that is put on the floor. */
	@Transactional
	Floor takeUp(Membership me, Long sessionId, UUID id, int version) {
		String wording = settle(me, sessionId, id, version).text();
		return this.floor.set(me, sessionId, this.unscripted.open(me, sessionId, id, wording).key());
	}

	/** Ticks it off, as somebody has read it. */
	@Transactional
	Parked settle(Membership me, Long sessionId, UUID id, int version) {
		this.floor.lock(me, sessionId);
		Parked settled = this.parked.find(me.study().id(), sessionId, id)
			.orElseThrow(() -> new NotFound("parked topic " + id));
		return put(me, sessionId, id, new ParkedForm(settled.text(), settled.topic(), true, version));
	}

	private void save(Membership me, Long sessionId, Parked sent, @Nullable TopicId topic, boolean isNew) {
		Long studyId = me.study().id();
		if (!isNew) {
			this.parked.change(sessionId, sent, topic);
			return;
		}
		if (this.parked.isElsewhere(sessionId, sent.id())) {
			throw new NotFound("parked topic " + sent.id());
		}
		if (this.parked.of(studyId, sessionId).size() >= MOST) {
			throw new RuleViolation("parked.full");
		}
		this.parked.save(studyId, sessionId, sent, topic, me.personId());
	}

}
