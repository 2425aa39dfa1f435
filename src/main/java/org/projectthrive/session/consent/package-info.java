/**
 * Step 3: what participants are asked to agree to, and what each of them has answered.
 */
@NamedInterface("consent")
@NullMarked
package org.projectthrive.session.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
