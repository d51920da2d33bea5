/** The functions that mappings may call: pure, and null for null. */
@NullMarked
package io.syncline.streams.mapping.function;

import org.jspecify.annotations.NullMarked;
