/** Command line of {@code ./syncline}. */
@NullMarked
package io.syncline.local.cli;

import org.jspecify.annotations.NullMarked;
