/** Checks what people declare, without starting anything; called from the command line. */
@NullMarked
package io.syncline.streams.check;

import org.jspecify.annotations.NullMarked;
