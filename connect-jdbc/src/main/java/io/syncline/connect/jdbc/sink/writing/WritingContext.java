package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.sink.config.SinkConfig;
import io.syncline.connect.jdbc.sink.table.TargetTables;
import java.sql.Connection;

/** What all writers of a task share. */
record WritingContext(
    SinkConfig config,
    Dialect dialect,
    Connection connection,
    TargetTables tables,
    Rejections rejections,
    Progress progress) {}
