/**
 * What mode compare remembers: the keys and digests of the rows that were sent, in blocks that
 * travel as source offsets with the records that change them. Knows no database.
 */
@NullMarked
package io.syncline.connect.jdbc.source.reading.compare;

import org.jspecify.annotations.NullMarked;
