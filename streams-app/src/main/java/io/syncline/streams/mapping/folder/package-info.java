/** The folder that describes one source, as it stands in `connect-config`. */
@NullMarked
package io.syncline.streams.mapping.folder;

import org.jspecify.annotations.NullMarked;
