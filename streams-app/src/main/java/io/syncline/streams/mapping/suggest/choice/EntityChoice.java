package io.syncline.streams.mapping.suggest.choice;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.suggest.table.ColumnShape;
import io.syncline.streams.mapping.suggest.table.TableShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an entity would be mapped from.
 *
 * @param reason why this table
 * @param fields what fills each field, in the order of the schema
 * @param close other columns for a field that are nearly as sure
 * @param elsewhere what may fill a field, but lies in another table
 */
public record EntityChoice(
    Entity entity,
    TableShape table,
    double confidence,
    String reason,
    Map<String, Candidate> fields,
    Map<String, List<Candidate>> close,
    List<Elsewhere> elsewhere) {

  /**
   * A column of a table that stands beside the entity's.
   *
   * @param by how to come there
   */
  public record Elsewhere(Candidate candidate, String table, String by) {}

  /** What fills a field; empty when nothing does. */
  public Optional<Candidate> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** The columns that fill no field. */
  public List<ColumnShape> unused() {
    return table.columns().stream()
        .filter(column -> fields.values().stream().noneMatch(c -> c.column().equals(column)))
        .toList();
  }
}
