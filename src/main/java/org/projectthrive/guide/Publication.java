package org.projectthrive.guide;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/** That a guide was published: when, and by which person. */
@Embeddable
record Publication(Instant publishedAt, Long publishedBy) {
}
