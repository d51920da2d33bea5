/**
 * The whole platform on one machine, around the flow rather than in it: {@link
 * io.syncline.local.Main} is where {@code ./syncline} begins.
 */
@NullMarked
package io.syncline.local;

import org.jspecify.annotations.NullMarked;
