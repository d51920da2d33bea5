package io.syncline.streams.mapping.suggest.proposal;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.suggest.table.TableShape;
import java.util.List;
import java.util.stream.Stream;

/**
 * The section of one entity.
 *
 * @param remark confidence and reason of its table
 * @param notes what a person should look at
 * @param missing required fields that nothing fills; the section cannot stand where there are any
 */
record ProposedEntity(
    Entity entity,
    TableShape table,
    String remark,
    List<Line> fields,
    List<Line> attributes,
    List<String> notes,
    List<String> missing) {

  boolean isComplete() {
    return missing.isEmpty();
  }

  /** The columns that it asks for, in the order of its table. */
  Stream<String> columns() {
    return table.columns().stream()
        .map(column -> column.name())
        .filter(
            column ->
                Stream.concat(fields.stream(), attributes.stream())
                    .anyMatch(line -> line.columns().contains(column)));
  }
}
