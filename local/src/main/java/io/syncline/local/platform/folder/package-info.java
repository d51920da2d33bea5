/** Folders under the flow: the checkout with what was built, and the logs and data of each run. */
@NullMarked
package io.syncline.local.platform.folder;

import org.jspecify.annotations.NullMarked;
