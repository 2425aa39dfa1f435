package org.projectthrive.platform.database;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.transaction.TransactionSystemException;

/** Why the database could not do what was asked, although nothing was wrong with it. */
public enum DatabaseTrouble {

	/** It does not answer, or not in time, or had to give way to somebody else. */
	AWAY,

	/** It has no room left, and has kept nothing of what was asked. */
	FULL;

	/** Classes and states of SQL errors that pass by themselves. */
	private static final List<String> PASSING = List.of("08", "25006", "40", "53", "55P03", "57", "58");

	private static final String DISK_FULL = "53100";

	/** The trouble that is behind an error, if there is one. */
	public static Optional<DatabaseTrouble> behind(Throwable error) {
		List<SQLException> causes = causes(error).filter(SQLException.class::isInstance)
			.map(SQLException.class::cast)
			.toList();
		if (causes.stream().anyMatch((cause) -> DISK_FULL.equals(cause.getSQLState()))) {
			return Optional.of(FULL);
		}
		return causes.stream().anyMatch(DatabaseTrouble::passes) ? Optional.of(AWAY) : Optional.empty();
	}

	/** An error without a state is the pool's own: it has no connection to give. */
	private static boolean passes(SQLException cause) {
		String state = cause.getSQLState();
		return state == null || PASSING.stream().anyMatch(state::startsWith);
	}

	/** All that led to an error, also what a failed rollback hides. */
	private static Stream<Throwable> causes(Throwable error) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Throwable> waiting = new ArrayDeque<>(List.of(error));
		while (!waiting.isEmpty()) {
			Throwable next = waiting.remove();
			if (seen.add(next)) {
				Throwable hidden = (next instanceof TransactionSystemException failed)
						? failed.getApplicationException() : null;
				Stream.of(next.getCause(), hidden).filter(Objects::nonNull).forEach(waiting::add);
			}
		}
		return seen.stream();
	}

}
