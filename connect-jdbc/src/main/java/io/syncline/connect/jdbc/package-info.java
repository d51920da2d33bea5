/**
 * The plugin as a Connect worker sees it; {@code source} reads rows into topics, {@code sink}
 * writes topics into rows, and neither knows the other.
 */
@NullMarked
package io.syncline.connect.jdbc;

import org.jspecify.annotations.NullMarked;
