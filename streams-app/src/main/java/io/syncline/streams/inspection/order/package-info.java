/** Canonical orders, and those that wait, over HTTP. */
@NullMarked
package io.syncline.streams.inspection.order;

import org.jspecify.annotations.NullMarked;
