/**
 * From rows to topics: the connector finds the tables ({@code TableMonitor}), plans the load of
 * large ones ({@code reading.load}) and shares both out ({@code TaskShares}); each task reads its
 * share page by page ({@code reading}), sooner when it is told of a change ({@code wakeup}), and
 * maps rows to records ({@code record}).
 */
@NullMarked
package io.syncline.connect.jdbc.source;

import org.jspecify.annotations.NullMarked;
