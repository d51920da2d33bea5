package io.syncline.connect.jdbc.source.evolution;

/**
 * Change of one column that readers of its records cannot take.
 *
 * @param change what happened to the column, as in "column age is new and NOT NULL"
 */
record Conflict(String column, String change) {}
