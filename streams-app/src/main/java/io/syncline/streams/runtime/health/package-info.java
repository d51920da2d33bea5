/** What an orchestrator asks: does the process live, and can it answer. */
@NullMarked
package io.syncline.streams.runtime.health;

import org.jspecify.annotations.NullMarked;
