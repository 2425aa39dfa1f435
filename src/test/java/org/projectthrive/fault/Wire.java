package org.projectthrive.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bad line to the application: each connection has a fate, or goes through when none is
 * left.
 */
final class Wire implements AutoCloseable {

	private static final long A_MOMENT = Duration.ofMillis(20).toNanos();

	private static final Logger log = LoggerFactory.getLogger(Wire.class);

	private final Queue<Fate> fates = new ConcurrentLinkedQueue<>();

	private final Collection<Socket> sockets = new ConcurrentLinkedQueue<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final ServerSocket entrance;

	private final int target;

	private volatile State state = State.MENDED;

	Wire(int target) throws IOException {
		this.target = target;
		this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.threads.execute(() -> untilItEnds(this::accept));
	}

	int port() {
		return this.entrance.getLocalPort();
	}

	void expect(Fate fate) {
		this.fates.add(fate);
	}

	int fatesLeft() {
		return this.fates.size();
	}

	/** Breaks every connection, and those that are made from now on. */
	void cut() throws IOException {
		this.state = State.CUT;
		closeAll();
	}

	/** Breaks nothing, but no byte arrives any more. */
	void silence() {
		this.state = State.SILENT;
	}

	void mend() {
		this.state = State.MENDED;
	}

	private void accept() throws IOException {
		while (!this.entrance.isClosed()) {
			Socket client = this.entrance.accept();
			Fate next = this.fates.poll();
			this.threads.execute(() -> untilItEnds(() -> connect(client, (next != null) ? next : Fate.FINE)));
		}
	}

	/** As long as nobody listens there, whoever calls is told so. */
	private void connect(Socket client, Fate fate) throws IOException {
		this.sockets.add(client);
		try {
			if (this.state == State.CUT) {
				throw new IOException("cut");
			}
			Socket application = new Socket(InetAddress.getLoopbackAddress(), this.target);
			this.sockets.add(application);
			this.threads.execute(() -> untilItEnds(() -> carry(client, application, fate.requestBytes(), fate)));
			this.threads.execute(() -> untilItEnds(() -> carry(application, client, fate.responseBytes(), fate)));
		}
		catch (IOException ex) {
			client.close();
			this.sockets.remove(client);
			throw ex;
		}
	}

	/** Carries as many bytes as there may be, then cuts both ends. */
	private void carry(Socket from, Socket to, int most, Fate fate) throws IOException {
		try (from; to) {
			InputStream source = from.getInputStream();
			OutputStream target = to.getOutputStream();
			byte[] buffer = new byte[fate.bytesAtOnce()];
			int carried = 0;
			int read = source.read(buffer);
			while (read >= 0 && !Thread.currentThread().isInterrupted()) {
				LockSupport.parkNanos(fate.pause().toNanos());
				awaitSound();
				int allowed = Math.min(read, most - carried);
				target.write(buffer, 0, allowed);
				target.flush();
				carried += allowed;
				read = (carried < most) ? source.read(buffer) : -1;
			}
		}
		finally {
			this.sockets.remove(from);
			this.sockets.remove(to);
		}
	}

	private void awaitSound() {
		while (this.state == State.SILENT && !Thread.currentThread().isInterrupted()) {
			LockSupport.parkNanos(A_MOMENT);
		}
	}

	private static void untilItEnds(Transfer transfer) {
		try {
			transfer.run();
		}
		catch (IOException ex) {
			log.debug("A connection has ended: {}", ex.getMessage());
		}
	}

	@Override
	public void close() throws IOException {
		this.entrance.close();
		closeAll();
		this.threads.shutdownNow();
	}

	private void closeAll() throws IOException {
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	private enum State {

		MENDED, CUT, SILENT

	}

	private interface Transfer {

		void run() throws IOException;

	}

	/**
	 * What becomes of a connection.
	 *
	 * @param requestBytes after how many bytes from the browser it is cut
	 * @param responseBytes after how many bytes from the application
	 * @param bytesAtOnce how many bytes are carried at a time
	 * @param pause how long each of these takes
	 */
	record Fate(int requestBytes, int responseBytes, int bytesAtOnce, Duration pause) {

		static final Fate FINE = new Fate(Integer.MAX_VALUE, Integer.MAX_VALUE, 8192, Duration.ZERO);

		static Fate requestCut(int bytes) {
			return new Fate(bytes, Integer.MAX_VALUE, 256, Duration.ZERO);
		}

		static Fate responseCut(int bytes) {
			return new Fate(Integer.MAX_VALUE, bytes, 256, Duration.ZERO);
		}

		/**
		 * Longer than an impatient writer waits: what was sent arrives when it is sent
		 * again.
		 */
		static Fate stalled() {
			return new Fate(Integer.MAX_VALUE, Integer.MAX_VALUE, 8192, Duration.ofSeconds(3));
		}

		static Fate aByteASecond() {
			return new Fate(Integer.MAX_VALUE, Integer.MAX_VALUE, 1, Duration.ofSeconds(1));
		}

	}

}
