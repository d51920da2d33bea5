/** Canonical products, over HTTP. */
@NullMarked
package io.syncline.streams.inspection.product;

import org.jspecify.annotations.NullMarked;
