package org.projectthrive.transcript;

import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

record UploadForm(@Nullable MultipartFile file) {

	static final UploadForm EMPTY = new UploadForm(null);

}
