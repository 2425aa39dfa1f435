package org.projectthrive.platform.demo;

/**
 * A module's part of the demo study. Parts run once, on an empty embedded database, in
 * the order of the staircase ({@link org.springframework.core.annotation.Order}), all in
 * one transaction; a later part finds what the earlier ones have left in the
 * {@link DemoStudy}.
 */
public interface DemoPart {

	void load(DemoStudy demo);

}
