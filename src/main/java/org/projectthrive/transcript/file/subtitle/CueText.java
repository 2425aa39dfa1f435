package org.projectthrive.transcript.file.subtitle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.projectthrive.transcript.file.speech.Excerpt;
import org.projectthrive.transcript.file.speech.SpeakerLabels;

/**
 * The text of one WebVTT cue: voice tags tell who speaks, other tags go, entities become
 * characters.
 */
final class CueText {

	private static final int LONGEST_ENTITY = 10;

	private static final Map<String, String> ENTITIES = Map.of("amp", "&", "lt", "<", "gt", ">", "nbsp", " ", "quot",
			"\"", "apos", "'", "lrm", "", "rlm", "");

	private static final JsonMapper JSON = new JsonMapper();

	private final List<Voice> voices = new ArrayList<>();

	private final StringBuilder words = new StringBuilder();

	private String speaker = "";

	private CueText() {
	}

	/**
	 * The voices of a cue in their order; the speaker is empty where no tag names one.
	 */
	static List<Voice> voices(String payload) {
		CueText cue = new CueText();
		cue.read(payload);
		cue.finishVoice("");
		return cue.voices;
	}

	/**
	 * Teams can tell of each cue in a JSON object who speaks; null where it does not.
	 */
	static @Nullable Voice metadata(String payload) {
		if (!payload.startsWith("{") || !payload.contains("\"spokenText\"")) {
			return null;
		}
		try {
			JsonNode told = JSON.readTree(payload);
			return new Voice(clean(told.path("speakerName").asString("")), clean(told.path("spokenText").asString("")));
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private void read(String payload) {
		int at = 0;
		while (at < payload.length()) {
			char character = payload.charAt(at);
			if (character == '<') {
				at = tag(payload, at);
			}
			else if (character == '&') {
				at = entity(payload, at);
			}
			else {
				this.words.append(character);
				at++;
			}
		}
	}

	/**
	 * Reads what begins with {@code <}; one that no {@code >} ends is a character like
	 * any other.
	 */
	private int tag(String payload, int at) {
		boolean tag = at + 1 < payload.length()
				&& (Character.isLetterOrDigit(payload.charAt(at + 1)) || payload.charAt(at + 1) == '/');
		int end = tag ? payload.indexOf('>', at) : -1;
		if (end < 0) {
			this.words.append('<');
			return tag ? rest(payload, at + 1) : at + 1;
		}
		String inner = payload.substring(at + 1, end);
		String voice = voice(inner);
		if (voice != null) {
			finishVoice(voice);
		}
		else if (inner.strip().equals("/v")) {
			finishVoice("");
		}
		return end + 1;
	}

	/**
	 * No tag can follow, so that the search for {@code >} is not repeated at every
	 * {@code <}.
	 */
	private int rest(String payload, int from) {
		int at = from;
		while (at < payload.length()) {
			if (payload.charAt(at) == '&') {
				at = entity(payload, at);
			}
			else {
				this.words.append(payload.charAt(at));
				at++;
			}
		}
		return at;
	}

	/** The name in {@code v Name} or {@code v.loud Name}, or null for another tag. */
	private static @Nullable String voice(String tag) {
		int space = 0;
		while (space < tag.length() && !Character.isWhitespace(tag.charAt(space))) {
			space++;
		}
		String kind = tag.substring(0, space);
		if (!kind.equals("v") && !kind.startsWith("v.")) {
			return null;
		}
		String name = clean(unescaped(tag.substring(space)));
		return (name.length() > SpeakerLabels.LONGEST) ? Excerpt.of(name).substring(0, SpeakerLabels.LONGEST) : name;
	}

	private void finishVoice(String next) {
		String text = clean(this.words.toString());
		if (!text.isEmpty()) {
			this.voices.add(new Voice(this.speaker, text));
		}
		this.words.setLength(0);
		this.speaker = next;
	}

	private int entity(String payload, int at) {
		int end = at + 1;
		while (end < payload.length() && end - at < LONGEST_ENTITY && payload.charAt(end) != ';') {
			end++;
		}
		boolean ends = end < payload.length() && payload.charAt(end) == ';';
		String decoded = ends ? decoded(payload.substring(at + 1, end)) : null;
		this.words.append((decoded != null) ? decoded : "&");
		return (decoded != null) ? end + 1 : at + 1;
	}

	private static @Nullable String decoded(String name) {
		if (!name.startsWith("#")) {
			return ENTITIES.get(name);
		}
		boolean hex = name.startsWith("#x") || name.startsWith("#X");
		try {
			int character = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
			boolean text = Character.isValidCodePoint(character) && character >= ' '
					&& Character.getType(character) != Character.SURROGATE;
			return text ? Character.toString(character) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static String unescaped(String text) {
		CueText cue = new CueText();
		cue.rest(text, 0);
		return cue.words.toString();
	}

	private static String clean(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

	/**
	 * Who says what within a cue.
	 *
	 * @param other whether it is somebody else than before, whoever that is
	 */
	record Voice(String speaker, String words, boolean other) {

		Voice(String speaker, String words) {
			this(speaker, words, false);
		}

		/** Without what some programs put before the words of the next speaker. */
		Voice ofOther() {
			return new Voice(this.speaker, this.words, true);
		}

	}

}
