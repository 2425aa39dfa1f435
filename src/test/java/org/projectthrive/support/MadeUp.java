package org.projectthrive.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes up inputs out of good ones, the same at each run, until its time is over: the
 * short form of what the coverage-guided fuzzer does for hours.
 */
public final class MadeUp {

	/** How long each target is tried; the inputs come in the same order however long. */
	private static final Duration TIME = Duration.ofMillis(Long.getLong("thrive.fuzz.millis", 2000));

	/** No input may take longer, waiting for a busy machine not counted. */
	private static final Duration LONGEST = Duration.ofSeconds(5);

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final int MOST_BYTES = 1 << 16;

	private final Random random = new Random(20_240_901);

	private final List<byte[]> seeds;

	private final List<byte[]> words;

	public MadeUp(List<byte[]> seeds, List<String> words) {
		this.seeds = seeds;
		this.words = words.stream().map((word) -> word.getBytes(StandardCharsets.UTF_8)).toList();
	}

	/**
	 * Tries the seeds, then what is made of them.
	 * @return how many inputs were tried
	 */
	public int tryOn(Target target) {
		this.seeds.forEach((seed) -> attempt(target, seed));
		int tried = this.seeds.size();
		long end = System.nanoTime() + TIME.toNanos();
		while (System.nanoTime() - end < 0) {
			attempt(target, next());
			tried++;
		}
		return tried;
	}

	/** Tries one input: nothing but what the target allows, and not for long. */
	public static void within(Target target, byte[] input) {
		long start = THREADS.getCurrentThreadCpuTime();
		target.take(input);
		Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
		if (took.compareTo(LONGEST) > 0) {
			throw new AssertionError("Took " + took);
		}
	}

	/**
	 * What was found before by the fuzz test of this name and is tried at each build.
	 * @param test a class beside which the inputs are kept, as the fuzzer has them
	 */
	public static List<byte[]> kept(Class<?> test) {
		URL folder = test.getResource(test.getSimpleName() + "Inputs");
		if (folder == null) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
			List<byte[]> kept = new ArrayList<>();
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				kept.add(Files.readAllBytes(file));
			}
			return kept;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void attempt(Target target, byte[] input) {
		try {
			within(target, input);
		}
		catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError ex) {
			throw new AssertionError("Made up, in Base64: " + Base64.getEncoder().encodeToString(input), ex);
		}
	}

	private byte[] next() {
		byte[] input = any(this.seeds);
		for (int change = 1 + this.random.nextInt(6); change > 0; change--) {
			input = changed(input);
		}
		return input;
	}

	private byte[] changed(byte[] input) {
		int from = this.random.nextInt(input.length + 1);
		int to = Math.min(input.length, from + 1 + this.random.nextInt(1 << this.random.nextInt(9)));
		byte[] part = Arrays.copyOfRange(input, from, to);
		return switch (this.random.nextInt(7)) {
			case 0 -> joined(input, from, new byte[0], to);
			case 1 -> joined(input, from, any(this.words), from);
			case 2 -> joined(input, from, any(this.words), to);
			case 3 -> joined(input, from, repeated(part, 1 + this.random.nextInt(1 << this.random.nextInt(11))), to);
			case 4 -> {
				byte[] other = any(this.seeds);
				int start = this.random.nextInt(other.length + 1);
				yield joined(input, from, Arrays.copyOfRange(other, start, other.length), input.length);
			}
			case 5 -> joined(input, from, shuffled(part), to);
			default -> {
				for (int at = 0; at < part.length; at++) {
					part[at] ^= (byte) ((at % 8 == 0) ? this.random.nextInt(256) : 0);
				}
				yield joined(input, from, part, to);
			}
		};
	}

	private byte[] shuffled(byte[] part) {
		List<Byte> bytes = new ArrayList<>();
		for (byte one : part) {
			bytes.add(one);
		}
		Collections.shuffle(bytes, this.random);
		byte[] shuffled = new byte[part.length];
		for (int at = 0; at < shuffled.length; at++) {
			shuffled[at] = bytes.get(at);
		}
		return shuffled;
	}

	private byte[] any(List<byte[]> some) {
		return some.get(this.random.nextInt(some.size()));
	}

	private static byte[] repeated(byte[] part, int times) {
		ByteArrayOutputStream repeated = new ByteArrayOutputStream();
		for (int time = 0; time < times && repeated.size() < MOST_BYTES; time++) {
			repeated.writeBytes(part);
		}
		return repeated.toByteArray();
	}

	private static byte[] joined(byte[] input, int before, byte[] middle, int after) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		joined.write(input, 0, before);
		joined.writeBytes(middle);
		joined.write(input, after, input.length - after);
		byte[] bytes = joined.toByteArray();
		return (bytes.length > MOST_BYTES) ? Arrays.copyOf(bytes, MOST_BYTES) : bytes;
	}

	/** What is given the inputs; it throws when something is wrong. */
	public interface Target {

		void take(byte[] input);

	}

}
