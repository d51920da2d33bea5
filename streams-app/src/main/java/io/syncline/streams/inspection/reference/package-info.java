/** Cross-references, over HTTP. */
@NullMarked
package io.syncline.streams.inspection.reference;

import org.jspecify.annotations.NullMarked;
