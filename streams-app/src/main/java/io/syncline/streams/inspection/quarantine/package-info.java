/** What is in quarantine, over HTTP: by cause, one by one, and sent through the flow again. */
@NullMarked
package io.syncline.streams.inspection.quarantine;

import org.jspecify.annotations.NullMarked;
