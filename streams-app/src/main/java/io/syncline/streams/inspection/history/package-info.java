/** What canonical records were, and what changed them. */
@NullMarked
package io.syncline.streams.inspection.history;

import org.jspecify.annotations.NullMarked;
