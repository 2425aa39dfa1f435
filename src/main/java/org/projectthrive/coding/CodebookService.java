package org.projectthrive.coding;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.projectthrive.platform.audit.AuditLog;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The codebook: themes come, are reworded, moved and retired; nothing that was coded is
 * lost.
 */
@Service
@Transactional(readOnly = true)
class CodebookService {

	private static final Logger log = LoggerFactory.getLogger(CodebookService.class);

	private static final Long NONE = -1L;

	private final ThemeRepository themes;

	private final AuditLog audit;

	private final Clock clock;

	CodebookService(ThemeRepository themes, AuditLog audit, Clock clock) {
		this.themes = themes;
		this.audit = audit;
		this.clock = clock;
	}

	Theme get(Long studyId, Long themeId) {
		return this.themes.ofStudy(studyId, themeId).orElseThrow(() -> new NotFound("theme " + themeId));
	}

	/** Whether another theme has this name, also a retired one. */
	boolean isNameTaken(Long studyId, String name, @Nullable Long themeId) {
		return this.themes.isNameTaken(studyId, name.strip(), (themeId != null) ? themeId : NONE);
	}

	@Transactional
	Long create(Long studyId, ThemeForm form) {
		List<Theme> all = this.themes.lockAll(studyId);
		Theme theme = new Theme(studyId, form.meaning(), form.groupOrNone(), form.colourOrFirst(), all.size() + 1);
		place(theme, form.parentId(), all);
		Long id = this.themes.save(theme).id();
		this.audit.record(studyId, "theme.created", id);
		log.info("Theme {} created in study {}", id, studyId);
		return id;
	}

	@Transactional
	void change(Long studyId, Long themeId, ThemeForm form) {
		List<Theme> all = this.themes.lockAll(studyId);
		Theme theme = one(all, themeId);
		if (form.isStale(theme)) {
			throw new RuleViolation("theme.stale");
		}
		theme.define(form.meaning(), form.groupOrNone(), form.colourOrFirst());
		place(theme, form.parentId(), all);
		this.audit.record(studyId, "theme.changed", themeId);
	}

	@Transactional
	void retire(Long studyId, Long themeId) {
		List<Theme> all = this.themes.lockAll(studyId);
		Theme theme = one(all, themeId);
		theme.retire(children(theme, all).anyMatch((child) -> !child.isRetired()), this.clock.instant());
		this.audit.record(studyId, "theme.retired", themeId);
		log.info("Theme {} of study {} retired", themeId, studyId);
	}

	/**
	 * Takes a retired theme into use again; where its parent is retired, it stands alone.
	 */
	@Transactional
	void restore(Long studyId, Long themeId) {
		List<Theme> all = this.themes.lockAll(studyId);
		Theme theme = one(all, themeId);
		theme.restore();
		if (theme.parentId() != null && one(all, theme.parentId()).isRetired()) {
			theme.standAlone();
		}
		this.audit.record(studyId, "theme.restored", themeId);
	}

	private static void place(Theme theme, @Nullable Long parentId, List<Theme> all) {
		if (parentId == null) {
			theme.standAlone();
		}
		else {
			theme.moveUnder(one(all, parentId), children(theme, all).findAny().isPresent());
		}
	}

	private static Theme one(List<Theme> all, Long themeId) {
		return all.stream()
			.filter((theme) -> theme.id().equals(themeId))
			.findFirst()
			.orElseThrow(() -> new NotFound("theme " + themeId));
	}

	private static Stream<Theme> children(Theme parent, List<Theme> all) {
		return all.stream().filter((theme) -> theme.isUnder(parent));
	}

}
