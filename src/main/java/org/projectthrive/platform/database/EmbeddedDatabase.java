package org.projectthrive.platform.database;

import java.nio.file.Path;

/**
 * A bean of this type exists only while the application runs on the PostgreSQL it brings
 * along, that is, when nobody said where the database is.
 */
public interface EmbeddedDatabase {

	/** Where the data, the password and the server's log are kept. */
	Path directory();

	int port();

}
