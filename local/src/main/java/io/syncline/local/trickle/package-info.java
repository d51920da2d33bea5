/**
 * Beside the flow: a few live changes in the demo's CRM databases, and the time until each target
 * shows them.
 */
@NullMarked
package io.syncline.local.trickle;

import org.jspecify.annotations.NullMarked;
