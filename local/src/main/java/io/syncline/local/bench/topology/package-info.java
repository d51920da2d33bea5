/**
 * How fast the topology is: the whole and stage by stage, beside plain clients; how long one change
 * takes; how much state there is, and how fast it comes back.
 */
@NullMarked
package io.syncline.local.bench.topology;

import org.jspecify.annotations.NullMarked;
