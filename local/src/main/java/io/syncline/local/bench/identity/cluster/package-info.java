/** Clusters of all records at once, as match rules say. */
@NullMarked
package io.syncline.local.bench.identity.cluster;

import org.jspecify.annotations.NullMarked;
