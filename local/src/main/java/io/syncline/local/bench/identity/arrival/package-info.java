/**
 * Rows that arrive at the application's own nodes and match keys in random orders, and what comes
 * out of each: without the platform, but with all that its partitions leave to chance.
 */
@NullMarked
package io.syncline.local.bench.identity.arrival;

import org.jspecify.annotations.NullMarked;
