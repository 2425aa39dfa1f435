package org.projectthrive.session.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sites of a study. */
@Service
@Transactional(readOnly = true)
public class SiteService {

	private final SiteRepository sites;

	private final ApplicationEventPublisher events;

	private final AuditLog audit;

	SiteService(SiteRepository sites, ApplicationEventPublisher events, AuditLog audit) {
		this.sites = sites;
		this.events = events;
		this.audit = audit;
	}

	public List<Site> ofStudy(Long studyId) {
		return this.sites.ofStudy(studyId);
	}

	/** From id to name, to choose from. */
	public Map<Long, String> names(Long studyId) {
		Map<Long, String> names = new LinkedHashMap<>();
		ofStudy(studyId).forEach((site) -> names.put(site.id(), site.name()));
		return names;
	}

	public Site get(Long studyId, Long siteId) {
		return this.sites.findByStudyIdAndId(studyId, siteId).orElseThrow(() -> new NotFound("site " + siteId));
	}

	@Transactional
	public Site add(Long studyId, String name, String zone) {
		Site site = save(new Site(studyId, name, zone));
		this.audit.record(studyId, "site.added", site.id());
		return site;
	}

	/**
	 * Sessions that have not begun keep their hour on the site's clock when its time zone
	 * is put right.
	 */
	@Transactional
	void change(Long studyId, Long siteId, String name, String zone) {
		Site site = get(studyId, siteId);
		site.describe(name, zone);
		save(site);
		this.events.publishEvent(new SiteMoved(site));
		this.audit.record(studyId, "site.changed", siteId);
	}

	private Site save(Site site) {
		try {
			return this.sites.saveAndFlush(site);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("site.name.once");
		}
	}

}
