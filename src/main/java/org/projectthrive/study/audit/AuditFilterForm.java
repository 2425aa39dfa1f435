package org.projectthrive.study.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.projectthrive.platform.audit.AuditLog.AuditFilter;

import org.springframework.format.annotation.DateTimeFormat;

/** What an administrator looks for in the audit log; both days count. */
record AuditFilterForm(@Nullable Long study, @Size(max = 100) @Nullable String action, @Nullable Long person,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {

	AuditFilter filter() {
		return new AuditFilter(this.study, (this.action != null && !this.action.isBlank()) ? this.action : null,
				this.person, start(this.from), start((this.to != null) ? this.to.plusDays(1) : null));
	}

	private static @Nullable OffsetDateTime start(@Nullable LocalDate day) {
		return (day != null) ? day.atStartOfDay().atOffset(ZoneOffset.UTC) : null;
	}

}
