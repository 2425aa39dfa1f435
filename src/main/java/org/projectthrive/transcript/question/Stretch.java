package org.projectthrive.transcript.question;

/**
 * Turns in a row that belong to one question.
 *
 * @param turn the place of its first turn, counted from 0; it lasts up to the next
 * stretch
 * @param question the place of the question among those that were asked, or
 * {@link QuestionFinder#NONE}
 * @param confidence how sure the start is, 0 to 100
 */
public record Stretch(int turn, int question, int confidence) {
}
