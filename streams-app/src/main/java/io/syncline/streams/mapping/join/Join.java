package io.syncline.streams.mapping.join;

import io.syncline.streams.mapping.expression.Expression;
import io.syncline.streams.mapping.expression.Table;
import java.util.Optional;

/**
 * A declared join of one table to another of the same source.
 *
 * @param name what it is called in expressions
 * @param table the other table
 * @param by what the entity's own row has of the common value
 * @param on what the other table's row has of it
 * @param many whether all rows are taken, as a list, rather than the first
 * @param where which of the other table's rows are meant; empty for all
 */
public record Join(
    String name,
    Table table,
    JoinValue by,
    JoinValue on,
    boolean many,
    Optional<Expression> where,
    RowOrder order) {}
