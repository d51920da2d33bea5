/** The state stores as they are, over HTTP. */
@NullMarked
package io.syncline.streams.inspection.store;

import org.jspecify.annotations.NullMarked;
