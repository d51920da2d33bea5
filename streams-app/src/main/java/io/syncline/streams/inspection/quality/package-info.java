/** How complete and how consistent what came of each source is, over HTTP and as metrics. */
@NullMarked
package io.syncline.streams.inspection.quality;

import org.jspecify.annotations.NullMarked;
