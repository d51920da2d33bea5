/** Child processes under the flow: started with a log, watched, and never left behind. */
@NullMarked
package io.syncline.local.process;

import org.jspecify.annotations.NullMarked;
