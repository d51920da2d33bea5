/**
 * The process around the topology: its configuration, the Kafka Streams client and its life, health
 * and metrics, the live state stores. The only place that starts, stops or looks at a clock.
 */
@NullMarked
package io.syncline.streams.runtime;

import org.jspecify.annotations.NullMarked;
