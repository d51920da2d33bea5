package io.syncline.connect.jdbc.table;

/** Column of a table. */
public record Column(String name, ColumnType type, boolean nullable) {}
