/** Outcome of a benchmark: samples, ratios and aims, as a table or as JSON. */
@NullMarked
package io.syncline.local.bench.report;

import org.jspecify.annotations.NullMarked;
