/** Comparison values: fields made comparable, step by step. */
@NullMarked
package io.syncline.streams.identity.match.value;

import org.jspecify.annotations.NullMarked;
