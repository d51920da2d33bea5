/**
 * Errors on their way to HTTP: one exception root, one catalogue of codes, one place that writes
 * them as RFC 9457 problems. What of a fault may stand in a log is decided here too.
 */
@NullMarked
package io.syncline.streams.problem;

import org.jspecify.annotations.NullMarked;
