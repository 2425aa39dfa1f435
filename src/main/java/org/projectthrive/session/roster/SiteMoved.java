package org.projectthrive.session.roster;

/** The time zone of a site was put right: what is planned there follows. */
public record SiteMoved(Site site) {
}
