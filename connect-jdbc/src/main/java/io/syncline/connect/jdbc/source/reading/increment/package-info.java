/**
 * Which rows are new since the last reading, when transactions commit later than they write.
 *
 * <p>Where rows name their transaction ({@code CycleReader}), a reading takes exactly what ended
 * since the reading before. Elsewhere ({@code ClockReader}) it goes up to a moment before which
 * every transaction has ended.
 */
@NullMarked
package io.syncline.connect.jdbc.source.reading.increment;

import org.jspecify.annotations.NullMarked;
