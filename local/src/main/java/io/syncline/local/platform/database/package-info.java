/** Database servers under the flow: where the demo's sources and targets live. */
@NullMarked
package io.syncline.local.platform.database;

import org.jspecify.annotations.NullMarked;
