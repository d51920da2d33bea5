/** The topics as the broker has them: made where they are missing, described, read plainly. */
@NullMarked
package io.syncline.streams.runtime.topics;

import org.jspecify.annotations.NullMarked;
