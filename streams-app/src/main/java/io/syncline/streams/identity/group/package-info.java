/**
 * What links make of nodes: groups, which are all that links connect, and in each the clusters that
 * are one customer or product.
 */
@NullMarked
package io.syncline.streams.identity.group;

import org.jspecify.annotations.NullMarked;
