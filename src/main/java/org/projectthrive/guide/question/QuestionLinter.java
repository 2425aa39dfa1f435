package org.projectthrive.guide.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one question as a seasoned moderator would. */
public final class QuestionLinter {

	private static final Pattern LEADING = words(
			"(do|don't|would|wouldn't) you (not )?agree|don't you (think|feel|find)"
					+ "|wouldn't you (say|think)|(isn't|aren't|wasn't) (it|that|this|there)|surely|of course|as we all know");

	private static final Pattern CLOSED = Pattern.compile(
			"(?:^|[.!?:]\\s+)((?:are|is|was|were|do|does|did|have|has|had|can|could|will|would|should) "
					+ "(?:you|we|they|it|there|your|our|the|this|that|people|anyone|anybody))\\b[^.!]*(?:\\?|$)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern DOUBLE_BARRELLED = words(
			"and/or|and (what|which|how|when|where|who|whom|whose|why|is|are|do|does|did|can|could|would|should)"
					+ "|and (by|in|for|to|with|of) (what|which|whom|whose)");

	private static final Pattern JUDGING = words("burdens?|lack|lacking|poor|bad|worse|worst|great|good|best|excellent"
			+ "|wonderful|terrible|awful|problems?|problematic|issues?|failures?|failing|failed|broken|crisis|chaos"
			+ "|overload|waste|wasted|excessive|insufficient|inadequate|unfair|toxic|frustrations?|frustrating"
			+ "|dysfunction|dysfunctional|shortages?|struggles?|misery|nightmare");

	private QuestionLinter() {
	}

	/** Remarks on how it is worded; a new list, to which others may be added. */
	public static List<Remark> read(QuestionText question) {
		List<Remark> remarks = new ArrayList<>();
		String wording = question.wording().replace('\u2019', '\'');
		find(LEADING, wording).ifPresentOrElse((word) -> remarks.add(new Remark(Remark.Kind.LEADING, word)),
				() -> find(CLOSED, wording).ifPresent((word) -> remarks.add(new Remark(Remark.Kind.CLOSED, word))));
		find(DOUBLE_BARRELLED, wording).or(() -> secondQuestion(wording))
			.ifPresent((word) -> remarks.add(new Remark(Remark.Kind.DOUBLE_BARRELLED, word)));
		find(JUDGING, question.domain()).ifPresent((word) -> remarks.add(new Remark(Remark.Kind.JUDGING_DOMAIN, word)));
		return remarks;
	}

	private static Optional<String> secondQuestion(String wording) {
		return (wording.indexOf('?') != wording.lastIndexOf('?')) ? Optional.of("? \u2026 ?") : Optional.empty();
	}

	private static Optional<String> find(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	private static Pattern words(String anyOf) {
		return Pattern.compile("(?<![\\w'])((?:" + anyOf + "))(?![\\w'])", Pattern.CASE_INSENSITIVE);
	}

}
