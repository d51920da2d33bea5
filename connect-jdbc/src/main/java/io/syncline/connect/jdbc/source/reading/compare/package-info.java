/**
 * What changed in a table that says nothing of it: {@code CompareReader} passes over the table
 * again and again and compares it with {@code KnownRows}, the keys and digests of what was sent.
 *
 * <p>They are kept in blocks, which travel as source offsets with the records that change them.
 */
@NullMarked
package io.syncline.connect.jdbc.source.reading.compare;

import org.jspecify.annotations.NullMarked;
