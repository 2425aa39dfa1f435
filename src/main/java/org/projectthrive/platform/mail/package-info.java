/** The outbox: mails are rows, sent once. */
@NullMarked
package org.projectthrive.platform.mail;

import org.jspecify.annotations.NullMarked;
