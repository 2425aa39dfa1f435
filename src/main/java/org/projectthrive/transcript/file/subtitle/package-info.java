/** Reads WebVTT and SubRip, in which each cue has its times. */
@NullMarked
package org.projectthrive.transcript.file.subtitle;

import org.jspecify.annotations.NullMarked;
