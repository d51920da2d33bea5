/** How Avro records read as JSON, the same at every HTTP edge. */
@NullMarked
package io.syncline.streams.json;

import org.jspecify.annotations.NullMarked;
