package io.syncline.streams.inspection.history;

import java.time.Duration;

/**
 * How far back one can look.
 *
 * @param time how long changes are kept; zero: not at all
 */
public record Retention(Duration time) {}
