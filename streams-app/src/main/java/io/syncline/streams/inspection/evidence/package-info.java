/** Why source records are one customer or product, and others are not. */
@NullMarked
package io.syncline.streams.inspection.evidence;

import org.jspecify.annotations.NullMarked;
