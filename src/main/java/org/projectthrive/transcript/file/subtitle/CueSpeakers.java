package org.projectthrive.transcript.file.subtitle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.projectthrive.transcript.file.speech.Excerpt;
import org.projectthrive.transcript.file.speech.Labelled;
import org.projectthrive.transcript.file.speech.SpeakerLabels;
import org.projectthrive.transcript.file.speech.TranscriptText.Remark;
import org.projectthrive.transcript.file.speech.Utterance;
import org.projectthrive.transcript.file.subtitle.CueText.Voice;

/**
 * Tells who speaks in each cue: by a tag, by a name before the words, or, in files that
 * name a speaker only when somebody else begins, by the cue before.
 */
final class CueSpeakers {

	private static final int ENOUGH = 5;

	private static final int BACK_MS = 1000;

	/** Somebody else's words within one's own, as noScribe marks them. */
	private static final Pattern WITHIN = Pattern.compile("//([^:/]{1,63}):([^/]{1,2000})//");

	private final List<Cue> cues;

	private final SpeakerLabels labels;

	private final List<Remark> remarks;

	private final Set<String> tagged = new HashSet<>();

	private final List<Utterance> said = new ArrayList<>();

	private boolean allNamed;

	/** A few labels are unusual, but no cue is without one. */
	private boolean allLabelled;

	private boolean namedAtChange;

	private String latest = "";

	CueSpeakers(List<Cue> cues, Predicate<String> known, List<Remark> remarks) {
		this.cues = cues;
		this.labels = new SpeakerLabels(known);
		this.remarks = remarks;
	}

	List<Utterance> hear() {
		look();
		int before = 0;
		for (Cue cue : this.cues) {
			if (cue.start() < before - BACK_MS) {
				String words = cue.voices().isEmpty() ? "" : cue.voices().get(0).words();
				remark(cue, "backwards", Excerpt.of(words));
			}
			before = Math.max(before, cue.start());
			int first = this.said.size();
			for (Voice voice : cue.voices()) {
				hear(cue, voice, first);
			}
		}
		return this.said;
	}

	/** How this file names its speakers. */
	private void look() {
		List<@Nullable Labelled> untagged = new ArrayList<>();
		for (Cue cue : this.cues) {
			for (Voice voice : cue.voices()) {
				this.tagged.add(voice.speaker());
				Labelled labelled = labelled(voice);
				if (labelled != null) {
					this.labels.saw(labelled.label());
				}
				if (voice.speaker().isEmpty()) {
					untagged.add(labelled);
				}
			}
		}
		this.tagged.remove("");
		long names = untagged.stream().filter((one) -> one != null && SpeakerLabels.isName(one.label())).count();
		this.allNamed = untagged.size() >= ENOUGH && names * 10 >= untagged.size() * 9L;
		this.allLabelled = untagged.size() >= ENOUGH && names * 10 >= untagged.size() * 7L
				&& untagged.stream().allMatch(Objects::nonNull);
		boolean marked = this.cues.stream().anyMatch((cue) -> cue.voices().stream().anyMatch(Voice::other));
		this.namedAtChange = this.tagged.isEmpty() && (marked || isNamedAtChange(untagged));
	}

	/** Names follow each other, but never the same name twice. */
	private boolean isNamedAtChange(List<@Nullable Labelled> voices) {
		Set<String> names = new HashSet<>();
		String last = "";
		int named = 0;
		boolean recurs = false;
		for (Labelled labelled : voices) {
			boolean speaker = labelled != null && this.labels.isSpeaker(labelled.label());
			if (labelled != null && (speaker || SpeakerLabels.isOnlyName(labelled.label()))) {
				if (labelled.label().equals(last)) {
					return false;
				}
				last = labelled.label();
				names.add(last);
				recurs |= speaker;
				named++;
			}
		}
		return recurs && named > 2 && names.size() > 1 && named < voices.size();
	}

	private void hear(Cue cue, Voice voice, int first) {
		Labelled labelled = labelled(voice);
		if (labelled != null && isSpeaker(cue, labelled.label())) {
			this.latest = labelled.label();
			say(cue, labelled.label(), labelled.words());
			return;
		}
		if (labelled != null && SpeakerLabels.isName(labelled.label())) {
			remark(cue, "once", labelled.label());
		}
		if (!voice.speaker().isEmpty()) {
			say(cue, voice.speaker(), voice.words());
		}
		else if (voice.other()) {
			this.latest = "";
			nobody(cue, voice);
		}
		else if (this.said.size() > first) {
			Utterance before = this.said.remove(this.said.size() - 1);
			this.said.add(before.saying(before.text() + " " + voice.words()));
		}
		else if (this.namedAtChange && !this.latest.isEmpty()) {
			carry(cue, voice);
		}
		else {
			nobody(cue, voice);
		}
	}

	private void nobody(Cue cue, Voice voice) {
		remark(cue, "nobody", Excerpt.of(voice.words()));
		say(cue, "", voice.words());
	}

	private void carry(Cue cue, Voice voice) {
		if (this.remarks.stream().noneMatch((remark) -> remark.messageKey().endsWith(".carried"))) {
			remark(cue, "carried", Excerpt.of(voice.words()));
		}
		say(cue, this.latest, voice.words());
	}

	private boolean isSpeaker(Cue cue, String label) {
		if (this.labels.isSpeaker(label)) {
			return true;
		}
		boolean named = (this.allNamed && SpeakerLabels.isName(label))
				|| (this.namedAtChange && SpeakerLabels.isOnlyName(label));
		boolean placed = named || this.allLabelled || this.labels.isHeardOnce(label);
		if (placed) {
			remark(cue, "single", label);
		}
		return placed;
	}

	private void say(Cue cue, String speaker, String words) {
		List<Utterance> within = new ArrayList<>();
		StringBuilder own = new StringBuilder();
		Matcher other = WITHIN.matcher(words);
		int from = 0;
		while (other.find()) {
			String name = other.group(1).strip();
			if (this.tagged.contains(name) && !other.group(2).isBlank()) {
				own.append(words, from, other.start());
				from = other.end();
				within.add(new Utterance(name, cue.start(), cue.end(), other.group(2).strip(), cue.line()));
			}
		}
		String rest = own.append(words.substring(from)).toString().replaceAll("\\s+", " ").strip();
		if (!rest.isEmpty()) {
			this.said.add(new Utterance(speaker, cue.start(), cue.end(), rest, cue.line()));
		}
		this.said.addAll(within);
	}

	private void remark(Cue cue, String what, String words) {
		this.remarks.add(new Remark(cue.line(), "transcript.remark." + what, words));
	}

	/** Where no tag names the speaker, the words may begin with the name. */
	private static @Nullable Labelled labelled(Voice voice) {
		return voice.speaker().isEmpty() ? Labelled.split(voice.words()) : null;
	}

}
