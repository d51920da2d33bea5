/** Criteria: whether two records agree in a comparison value. */
@NullMarked
package io.syncline.streams.identity.match.criterion;

import org.jspecify.annotations.NullMarked;
