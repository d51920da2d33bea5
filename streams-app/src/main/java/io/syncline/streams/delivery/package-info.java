/**
 * Last stage: hands canonical records to others. Pushing is the work of sink connectors; pulling is
 * the change feed.
 */
@NullMarked
package io.syncline.streams.delivery;

import org.jspecify.annotations.NullMarked;
