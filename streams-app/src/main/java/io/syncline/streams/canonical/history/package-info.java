/** What canonical records were, and what changed them; within a retention. */
@NullMarked
package io.syncline.streams.canonical.history;

import org.jspecify.annotations.NullMarked;
