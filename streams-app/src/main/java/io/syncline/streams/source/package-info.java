/**
 * First stage: reads what source connectors publish, refuses what cannot be read, and lets pass
 * only rows that are newer than what it let pass before.
 */
@NullMarked
package io.syncline.streams.source;

import org.jspecify.annotations.NullMarked;
