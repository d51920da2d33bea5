/** Proposes a mapping for a database that has none; called from the command line. */
@NullMarked
package io.syncline.streams.mapping.suggest;

import org.jspecify.annotations.NullMarked;
