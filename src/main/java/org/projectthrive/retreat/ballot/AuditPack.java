package org.projectthrive.retreat.ballot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.projectthrive.retreat.ballot.BallotBox.Sealed;

/**
 * What anybody needs to recount a closed ballot in a spreadsheet: every anonymous ballot
 * as a line of ones and zeros, and the tally with the SHA-256 of those lines.
 */
final class AuditPack {

	/** Without it spreadsheets take UTF-8 for something else. */
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private AuditPack() {
	}

	/**
	 * One line per ballot, one column per option: the sum of a column is the option's
	 * approvals.
	 */
	static String ballots(List<BallotOption> options, List<Sealed> sealed) {
		List<List<?>> lines = new ArrayList<>();
		lines.add(Stream.concat(Stream.of("Ballot"), options.stream().map(BallotOption::wording)).toList());
		for (Sealed ballot : sealed) {
			lines
				.add(Stream
					.concat(Stream.of(ballot.id()),
							options.stream().map((option) -> ballot.optionIds().contains(option.id()) ? 1 : 0))
					.toList());
		}
		return csv(lines);
	}

	static String tally(Ballot ballot, List<BallotOption> ranked, Turnout turnout) {
		List<List<?>> lines = new ArrayList<>(List.of(List.of("Ballot", ballot.title()),
				List.of("Most approvals", ballot.rule().mostApprovals()), List.of("Winners", ballot.rule().winners()),
				List.of("Quorum", ballot.rule().quorum()), List.of("Tie rule", ballot.rule().tieRule()),
				List.of("Opened", String.valueOf(ballot.openedAt())),
				List.of("Closed", String.valueOf(ballot.closedAt())), List.of("Electors", turnout.electors()),
				List.of("Ballots cast", turnout.cast()),
				List.of("SHA-256 of the file of ballots", String.valueOf(ballot.digest())), List.of(),
				List.of("Option", "Approvals", "Outcome")));
		ranked.forEach((option) -> lines
			.add(List.of(option.wording(), option.approvalsOrZero(), String.valueOf(option.outcome()))));
		return csv(lines);
	}

	static String digest(String ballots) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(ballots.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String csv(List<List<?>> lines) {
		return BYTE_ORDER_MARK + lines.stream()
			.map((line) -> line.stream().map((cell) -> cell(cell.toString())).collect(Collectors.joining(",")) + "\r\n")
			.collect(Collectors.joining());
	}

	/** A cell that begins like a formula is made harmless. */
	private static String cell(String text) {
		boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
		return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
	}

}
