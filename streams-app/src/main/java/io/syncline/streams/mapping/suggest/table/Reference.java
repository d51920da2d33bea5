package io.syncline.streams.mapping.suggest.table;

/**
 * A column that holds keys of another table.
 *
 * @param table the table whose keys they are
 * @param declared whether the database says so; else names and values do
 */
public record Reference(String column, String table, boolean declared) {}
