/** The proposed mapping as lines of a file. */
@NullMarked
package io.syncline.streams.mapping.suggest.proposal;

import org.jspecify.annotations.NullMarked;
