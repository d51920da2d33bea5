/**
 * Which source record's value survives in a canonical record, and why. The canonical stage merges
 * by it and inspection explains with it; it knows neither.
 */
@NullMarked
package io.syncline.streams.survivorship;

import org.jspecify.annotations.NullMarked;
