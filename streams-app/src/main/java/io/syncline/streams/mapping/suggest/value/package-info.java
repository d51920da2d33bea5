/** What the values of a column look like, of which nothing but counts is kept. */
@NullMarked
package io.syncline.streams.mapping.suggest.value;

import org.jspecify.annotations.NullMarked;
