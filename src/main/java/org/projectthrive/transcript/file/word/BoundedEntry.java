package org.projectthrive.transcript.file.word;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.projectthrive.transcript.file.speech.Unreadable;

/** What an entry of a zip inflates to, as far as that is believable. */
final class BoundedEntry extends FilterInputStream {

	/** Up to here a file may repeat itself as it likes: so much is harmless. */
	private static final long HARMLESS = 4L << 20;

	private final long compressed;

	private final long most;

	private final double leastRatio;

	private long count;

	BoundedEntry(InputStream entry, long compressed, long most, double leastRatio) {
		super(entry);
		this.compressed = compressed;
		this.most = most;
		this.leastRatio = leastRatio;
	}

	@Override
	public int read() throws IOException {
		int next = super.read();
		count((next < 0) ? 0 : 1);
		return next;
	}

	@Override
	public int read(byte[] into, int offset, int length) throws IOException {
		int read = super.read(into, offset, length);
		count(Math.max(0, read));
		return read;
	}

	@Override
	public long skip(long bytes) throws IOException {
		long skipped = super.skip(bytes);
		count(skipped);
		return skipped;
	}

	private void count(long more) {
		this.count += more;
		if (this.count > this.most || (this.count > HARMLESS && this.compressed < this.count * this.leastRatio)) {
			throw new Unreadable("bomb");
		}
	}

}
