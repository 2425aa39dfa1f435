package org.projectthrive.session.marks;

import java.beans.PropertyEditorSupport;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.projectthrive.session.names.MayName;
import org.projectthrive.session.names.NameCover;
import org.projectthrive.session.names.RosterWords;

import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Names of the roster that somebody types outside of a session, in a codebook, a finding
 * or a reason, never reach what would store them. What is typed in a session has its own
 * cover, {@link TypedWords}; rosters, teams and initiatives are made for names.
 */
@ControllerAdvice(basePackages = { "org.projectthrive.study", "org.projectthrive.coding", "org.projectthrive.review",
		"org.projectthrive.retreat.idea" })
class TypedElsewhere {

	private final RosterWords roster;

	TypedElsewhere(RosterWords roster) {
		this.roster = roster;
	}

	@InitBinder
	void cover(WebDataBinder binder, HttpServletRequest request) {
		Long studyId = studyId(request);
		if (studyId != null && !HttpMethod.GET.matches(request.getMethod()) && !mayName(binder.getTargetType())) {
			binder.registerCustomEditor(String.class, new Covering(studyId));
		}
	}

	private static boolean mayName(@Nullable ResolvableType form) {
		return form != null && form.toClass().isAnnotationPresent(MayName.class);
	}

	/** None on a page that is of no study. */
	private static @Nullable Long studyId(HttpServletRequest request) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		Object id = (variables instanceof Map<?, ?> map) ? map.get("studyId") : null;
		return (id instanceof String digits && digits.matches("\\d{1,18}")) ? Long.valueOf(digits) : null;
	}

	/** Looks the names up when there is a word. */
	private final class Covering extends PropertyEditorSupport {

		private final Long studyId;

		private @Nullable NameCover names;

		Covering(Long studyId) {
			this.studyId = studyId;
		}

		@Override
		public void setAsText(@Nullable String text) {
			setValue((text != null && text.codePoints().anyMatch(Character::isLetter)) ? covered(text) : text);
		}

		@Override
		public String getAsText() {
			return String.valueOf(getValue());
		}

		private String covered(String text) {
			NameCover cover = (this.names != null) ? this.names : TypedElsewhere.this.roster.cover(this.studyId);
			this.names = cover;
			return cover.coveredNames(text);
		}

	}

}
