package org.projectthrive.account;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.FileCopyUtils;
import org.springframework.validation.Errors;

/**
 * Refuses passwords that are long and yet guessed at once: common ones, and those that
 * hold the person's name.
 */
@Component
class WeakPasswords {

	private static final int FEWEST_DIFFERENT = 5;

	private static final int SHORTEST_NAME = 4;

	private final Set<String> common = common();

	/**
	 * Puts an error on the field {@code password} when the password is weak for this
	 * person.
	 */
	void refuse(@Nullable String password, @Nullable String name, @Nullable String email, Errors errors) {
		if (password == null || errors.hasFieldErrors("password")) {
			return;
		}
		String plain = password.toLowerCase(Locale.ROOT);
		if (isCommon(plain)) {
			errors.rejectValue("password", "account.password.common");
		}
		else if (namesOf(name, email).anyMatch(plain::contains)) {
			errors.rejectValue("password", "account.password.personal");
		}
	}

	private boolean isCommon(String password) {
		String core = password.replaceAll("[^\\p{L}\\p{N}]", "");
		String word = core.replaceAll("\\d+$", "");
		return core.chars().distinct().count() < FEWEST_DIFFERENT || this.common.contains(core)
				|| this.common.stream().anyMatch((known) -> isRepeated(known, word));
	}

	private static boolean isRepeated(String known, String word) {
		return !word.isEmpty() && word.length() % known.length() == 0
				&& known.repeat(word.length() / known.length()).equals(word);
	}

	private static Stream<String> namesOf(@Nullable String name, @Nullable String email) {
		String address = (email != null) ? email : "";
		String local = address.contains("@") ? address.substring(0, address.indexOf('@')) : address;
		return Stream.concat(Stream.of(((name != null) ? name : "").split("\\s+")), Stream.of(local))
			.map((part) -> part.toLowerCase(Locale.ROOT))
			.filter((part) -> part.length() >= SHORTEST_NAME);
	}

	private static Set<String> common() {
		try (Reader in = new InputStreamReader(new ClassPathResource("account/common-passwords.txt").getInputStream(),
				StandardCharsets.UTF_8)) {
			return FileCopyUtils.copyToString(in)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
