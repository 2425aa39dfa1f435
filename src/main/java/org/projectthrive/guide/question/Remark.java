package org.projectthrive.guide.question;

/**
 * What one may want to think over about a question; {@code word} is the part of it that
 * gave rise to the remark.
 */
public record Remark(Kind kind, String word) {

	public enum Kind {

		/**
		 * People are asked for what is wrong before they were asked for anything good.
		 */
		BARRIER_BEFORE_ASSET,

		/** The question carries its answer. */
		LEADING,

		/** Yes or no would answer it. */
		CLOSED,

		/** Two questions in one. */
		DOUBLE_BARRELLED,

		/** The name of the domain is a finding already. */
		JUDGING_DOMAIN

	}

}
