package org.projectthrive.session.notes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to a server, which can be cut: then every connection breaks and none is made.
 */
final class Wire implements AutoCloseable {

	private final ServerSocket entrance;

	private final int port;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private volatile boolean cut;

	private Wire(ServerSocket entrance, int port) {
		this.entrance = entrance;
		this.port = port;
	}

	/** A way to the given port of this machine. */
	static Wire to(int port) {
		try {
			Wire wire = new Wire(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), port);
			start(wire::listen);
			return wire;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.entrance.getLocalPort();
	}

	void cut() {
		this.cut = true;
		this.sockets.forEach(Wire::close);
	}

	void mend() {
		this.cut = false;
	}

	@Override
	public void close() throws IOException {
		this.entrance.close();
		cut();
	}

	private void listen() {
		while (!this.entrance.isClosed()) {
			try {
				connect(this.entrance.accept());
			}
			catch (IOException ex) {
				// the other side is gone, or this wire is closed
			}
		}
	}

	private void connect(Socket near) throws IOException {
		if (this.cut) {
			close(near);
			return;
		}
		Socket far = new Socket(InetAddress.getLoopbackAddress(), this.port);
		this.sockets.add(near);
		this.sockets.add(far);
		start(() -> pump(near, far));
		start(() -> pump(far, near));
	}

	private void pump(Socket from, Socket into) {
		try (InputStream in = from.getInputStream(); OutputStream out = into.getOutputStream()) {
			in.transferTo(out);
		}
		catch (IOException ex) {
			// cut
		}
		finally {
			close(from);
			close(into);
			this.sockets.remove(from);
			this.sockets.remove(into);
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "wire");
		thread.setDaemon(true);
		thread.start();
	}

}
