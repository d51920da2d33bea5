package io.syncline.streams.mapping.suggest.table;

import io.syncline.streams.mapping.expression.ColumnType;
import io.syncline.streams.mapping.suggest.value.ValueProfile;

/** A column: what mappings call its type, and what its values look like. */
public record ColumnShape(String name, ColumnType type, ValueProfile values) {}
