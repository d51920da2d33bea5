/**
 * Where the rows of a source meet that a mapping joins. A record stays in the partition of its own
 * row; each value by which rows are joined has a place of its own, which tells the records that
 * seek it of the rows that have it.
 */
@NullMarked
package io.syncline.streams.mapping.meet;

import org.jspecify.annotations.NullMarked;
