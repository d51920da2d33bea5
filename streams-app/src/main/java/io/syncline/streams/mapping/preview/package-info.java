/** Shows what mappings make of the first rows of a source; called from the command line. */
@NullMarked
package io.syncline.streams.mapping.preview;

import org.jspecify.annotations.NullMarked;
