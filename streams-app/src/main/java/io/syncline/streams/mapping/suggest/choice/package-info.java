/** Which table is which entity, and which column fills which field. */
@NullMarked
package io.syncline.streams.mapping.suggest.choice;

import org.jspecify.annotations.NullMarked;
