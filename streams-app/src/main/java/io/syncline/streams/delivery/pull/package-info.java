/**
 * The pull side of delivery: a change feed over HTTP. Reads the canonical topics themselves, so it
 * delays nobody and needs no state; all it remembers travels in the caller's cursor.
 */
@NullMarked
package io.syncline.streams.delivery.pull;

import org.jspecify.annotations.NullMarked;
