package org.projectthrive.platform.live;

import java.util.function.BooleanSupplier;

/**
 * Who listens to the signals of a study, signed in how.
 *
 * @param loginSession the id of the login session
 * @param stillMember whether the person may still see anything of this study
 */
public record Listener(Long studyId, Long personId, String loginSession, BooleanSupplier stillMember) {
}
