package org.projectthrive.session.people;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.consent.ConsentHow;
import org.projectthrive.session.consent.ConsentItem;

/**
 * What a participant answers to each item; who has not been asked has no answer.
 *
 * @param all answers every item alike
 * @param here whether they are checked in with it
 */
record ConsentForm(@Nullable Boolean takePart, @Nullable Boolean recording, @Nullable Boolean quotes,
		@Nullable Boolean all, ConsentHow how, Boolean here) {

	ConsentForm(@Nullable Boolean takePart, @Nullable Boolean recording, @Nullable Boolean quotes,
			@Nullable Boolean all, @Nullable ConsentHow how, @Nullable Boolean here) {
		this.takePart = takePart;
		this.recording = recording;
		this.quotes = quotes;
		this.all = all;
		this.how = (how != null) ? how : ConsentHow.VERBAL;
		this.here = Boolean.TRUE.equals(here);
	}

	Map<ConsentItem, Boolean> answers() {
		Map<ConsentItem, Boolean> answers = new EnumMap<>(ConsentItem.class);
		put(answers, ConsentItem.TAKE_PART, this.takePart);
		put(answers, ConsentItem.RECORDING, this.recording);
		put(answers, ConsentItem.QUOTES, this.quotes);
		return answers;
	}

	private void put(Map<ConsentItem, Boolean> answers, ConsentItem item, @Nullable Boolean answer) {
		Boolean given = (this.all != null) ? this.all : answer;
		if (given != null) {
			answers.put(item, given);
		}
	}

}
