/** Connect worker: the two ends of the flow, from a source database and into a target. */
@NullMarked
package io.syncline.local.platform.connect;

import org.jspecify.annotations.NullMarked;
