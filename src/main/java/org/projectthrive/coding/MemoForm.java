package org.projectthrive.coding;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record MemoForm(@Size(max = 2000) @Nullable String memo) {

	String memoOrNone() {
		return (this.memo != null) ? this.memo : "";
	}

}
