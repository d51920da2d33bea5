/**
 * What every stage builds with: the typed stores and the names of steps. Knows Kafka and the
 * schemas, and no stage.
 */
@NullMarked
package io.syncline.streams.kafka;

import org.jspecify.annotations.NullMarked;
