package io.syncline.connect.jdbc.source.reading.page;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.source.config.SourceConfig;

/** What all readers of a task share. */
public record ReadingContext(
    SourceConfig config, Dialect dialect, Positions positions, RunningStatement running) {}
