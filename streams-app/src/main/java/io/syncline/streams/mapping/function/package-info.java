/** The functions that mappings may call: their names, parameters and checks. */
@NullMarked
package io.syncline.streams.mapping.function;

import org.jspecify.annotations.NullMarked;
