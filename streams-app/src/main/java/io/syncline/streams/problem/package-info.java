/**
 * Errors on their way to HTTP: one exception root, one catalogue of codes, one place that writes
 * them as RFC 9457 problems.
 */
@NullMarked
package io.syncline.streams.problem;

import org.jspecify.annotations.NullMarked;
