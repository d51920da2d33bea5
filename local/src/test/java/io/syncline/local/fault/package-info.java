/** Kills of what stands at both ends of the flow: the Connect worker and the database. */
@NullMarked
package io.syncline.local.fault;

import org.jspecify.annotations.NullMarked;
