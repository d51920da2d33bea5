/**
 * The streams application: one process that runs the topology, answers over HTTP, and shows both to
 * people.
 */
@NullMarked
package io.syncline.streams;

import org.jspecify.annotations.NullMarked;
