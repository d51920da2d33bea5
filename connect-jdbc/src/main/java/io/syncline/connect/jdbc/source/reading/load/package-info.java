/**
 * First reading of a large table, in ranges of its primary key that several tasks share.
 *
 * <p>The connector plans ({@code LoadPlanner}), tasks read their ranges ({@code LoadReader}), and
 * the task that has the table's increments begins with them when all ranges are stored ({@code
 * BehindLoadReader}). What they know of each other they read from the stored offsets.
 */
@NullMarked
package io.syncline.connect.jdbc.source.reading.load;

import org.jspecify.annotations.NullMarked;
