/**
 * Between a task's poll and the database: whose turn it is, which rows come next, and from where.
 */
@NullMarked
package io.syncline.connect.jdbc.source.reading;

import org.jspecify.annotations.NullMarked;
