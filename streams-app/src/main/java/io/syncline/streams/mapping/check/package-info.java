/** Checks what describes sources, without starting anything; called from the command line. */
@NullMarked
package io.syncline.streams.mapping.check;

import org.jspecify.annotations.NullMarked;
