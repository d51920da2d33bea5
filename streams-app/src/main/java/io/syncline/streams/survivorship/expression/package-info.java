/** Expressions over the candidates of a field. */
@NullMarked
package io.syncline.streams.survivorship.expression;

import org.jspecify.annotations.NullMarked;
