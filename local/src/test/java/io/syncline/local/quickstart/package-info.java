/** The README, run as it is written. */
@NullMarked
package io.syncline.local.quickstart;

import org.jspecify.annotations.NullMarked;
