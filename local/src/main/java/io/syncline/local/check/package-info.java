/**
 * Beside the flow: what the source databases say ought to be in the targets, by SQL and by no code
 * of the application, compared with what is there.
 */
@NullMarked
package io.syncline.local.check;

import org.jspecify.annotations.NullMarked;
