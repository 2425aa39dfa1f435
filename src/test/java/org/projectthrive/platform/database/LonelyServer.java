package org.projectthrive.platform.database;

import java.nio.file.Path;
import java.time.Duration;

/** An application of its own that only keeps a database, made to be killed. */
final class LonelyServer {

	private LonelyServer() {
	}

	public static void main(String[] args) throws InterruptedException {
		var properties = new EmbeddedPostgresProperties(true, Path.of(args[0]), 0, Duration.ofSeconds(60));
		var server = EmbeddedPostgresServer.start(properties, () -> System.out.println("lost"));
		System.out.println("pid " + server.pid());
		Thread.sleep(Duration.ofMinutes(5).toMillis());
	}

}
