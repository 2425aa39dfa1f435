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

	private static final Logger log = LoggerFactory.getLogger(Wire.class);

	private final Queue<Fate> fates = new ConcurrentLinkedQueue<>();

	private final Collection<Socket> sockets = new ConcurrentLinkedQueue<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final ServerSocket entrance;

	private final int target;

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

	private void accept() throws IOException {
		while (!this.entrance.isClosed()) {
			Socket client = this.entrance.accept();
			Fate next = this.fates.poll();
			Fate fate = (next != null) ? next : Fate.FINE;
			Socket application = new Socket(InetAddress.getLoopbackAddress(), this.target);
			this.sockets.add(client);
			this.sockets.add(application);
			this.threads.execute(() -> untilItEnds(() -> carry(client, application, fate.requestBytes(), fate)));
			this.threads.execute(() -> untilItEnds(() -> carry(application, client, fate.responseBytes(), fate)));
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
				int allowed = Math.min(read, most - carried);
				target.write(buffer, 0, allowed);
				target.flush();
				carried += allowed;
				read = (carried < most) ? source.read(buffer) : -1;
			}
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
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.threads.shutdownNow();
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
