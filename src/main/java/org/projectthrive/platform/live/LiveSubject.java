package org.projectthrive.platform.live;

import java.util.Collection;
import java.util.Map;

/** A kind of thing whose changes are signalled to the pages that show it. */
public interface LiveSubject {

	/** Names it in signals; a lower-case word. */
	String name();

	/** The newest change number of each, without those that are not there. */
	Map<Long, Long> changes(Collection<Long> ids);

	/** Whether somebody may know that it changes. */
	boolean isOpenTo(Long studyId, Long personId, Long id);

}
