package org.projectthrive.session.keeping;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The study keeps files as they came until this day, or drops them from now on.
 */
public record FilesKept(Long studyId, @Nullable LocalDate until) {
}
