package org.projectthrive.session.marks;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.projectthrive.session.marks.Rewording.Change;
import org.projectthrive.session.names.Find;
import org.projectthrive.session.names.KnownNames;
import org.projectthrive.session.names.NameCover;
import org.projectthrive.session.names.NameSieve;

/**
 * Takes names out of texts: all that are known, or just a few of them. Most texts hold
 * none of the few, which a first look tells; only then all names are read.
 */
final class Covering implements NameCopies.Covering {

	private final Supplier<KnownNames> reading;

	private final @Nullable Just just;

	private @Nullable NameCover all;

	private Covering(Supplier<KnownNames> reading, @Nullable Just just) {
		this.reading = reading;
		this.just = just;
	}

	static Covering all(Supplier<KnownNames> reading) {
		return new Covering(reading, null);
	}

	static Covering just(Just names, Supplier<KnownNames> reading) {
		return new Covering(reading, names);
	}

	@Override
	public Optional<Rewording> of(NamedText text) {
		List<Change> changes = finds(text.text()).map((find) -> new Change(find.start(), find.end(), find.cover()))
			.toList();
		return changes.isEmpty() ? Optional.empty() : Optional.of(new Rewording(text, changes));
	}

	@Override
	public String apply(String words) {
		return of(new NamedText("copy:", "", "", words)).map(Rewording::after).orElse(words);
	}

	private Stream<Find> finds(String text) {
		if (this.just == null) {
			return all().cover(text).replaced().stream();
		}
		List<Find> meant = this.just.in(text);
		return meant.isEmpty() ? Stream.empty() : all().cover(text)
			.replaced()
			.stream()
			.filter((find) -> meant.stream().anyMatch((one) -> one.start() < find.end() && find.start() < one.end()));
	}

	private NameCover all() {
		if (this.all == null) {
			this.all = this.reading.get().cover();
		}
		return this.all;
	}

	/** A few names. */
	record Just(NameSieve sieve, NameCover cover) {

		static Just of(KnownNames names) {
			return new Just(names.sieve(), names.cover());
		}

		List<Find> in(String text) {
			return this.sieve.mayHold(text) ? this.cover.cover(text).replaced() : List.of();
		}

	}

}
