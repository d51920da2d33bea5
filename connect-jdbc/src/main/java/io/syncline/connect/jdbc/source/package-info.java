/**
 * From rows to topics: the connector finds the tables ({@code TableMonitor}) and shares them out;
 * each task reads its tables page by page ({@code reading}) and maps rows to records ({@code
 * record}).
 */
@NullMarked
package io.syncline.connect.jdbc.source;

import org.jspecify.annotations.NullMarked;
