/** Kills of the application while clusters merge and split across partitions. */
@NullMarked
package io.syncline.local.fault.merge;

import org.jspecify.annotations.NullMarked;
