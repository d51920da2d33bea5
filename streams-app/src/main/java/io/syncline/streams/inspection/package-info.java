/**
 * Beside the flow: what the stores hold, over HTTP. One package for each noun; what they share
 * stands here. Reads through the {@code StoreReader} port and knows no other stage.
 */
@NullMarked
package io.syncline.streams.inspection;

import org.jspecify.annotations.NullMarked;
