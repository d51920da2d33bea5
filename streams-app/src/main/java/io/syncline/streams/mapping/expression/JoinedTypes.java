package io.syncline.streams.mapping.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import io.syncline.streams.mapping.expression.Scope.JoinedTable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Types of the rows of joined tables, so that a column that is not there is told before the start.
 */
final class JoinedTypes implements CelTypeProvider {

  /** Apart from the names of variables. */
  private static final String PREFIX = "joined.";

  private final Map<String, CelType> types = new TreeMap<>();

  JoinedTypes(Map<String, JoinedTable> joined) {
    joined.forEach((join, other) -> types.put(PREFIX + join, struct(join, other.table())));
  }

  private static CelType struct(String join, Table table) {
    return StructType.create(
        PREFIX + join,
        ImmutableSet.copyOf(table.columns().keySet()),
        column -> Optional.ofNullable(table.columns().get(column)).map(ColumnType::celType));
  }

  /** The type of the variable that a join is in expressions. */
  static CelType variable(String join, boolean many) {
    var row = StructTypeReference.create(PREFIX + join);
    return many ? ListType.create(row) : row;
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.copyOf(types.values());
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(types.get(name));
  }
}
