/** Canonical customers, over HTTP. */
@NullMarked
package io.syncline.streams.inspection.customer;

import org.jspecify.annotations.NullMarked;
