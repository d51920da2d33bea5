/**
 * What makes two records the same customer or product, as a file of match rules says it: pure, for
 * the steps of the identity stage to ask.
 */
@NullMarked
package io.syncline.streams.identity.match;

import org.jspecify.annotations.NullMarked;
