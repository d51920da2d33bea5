package io.syncline.streams.mapping.meet;

import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.mapping.join.Join;
import io.syncline.streams.mapping.join.JoinedEntity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The joins of all sources, found by what they are about. */
record DeclaredJoins(List<JoinedEntity> entities) {

  /** One join of an entity. */
  record DeclaredJoin(JoinedEntity entity, Join join) {}

  /** The entities that a row is to be a record of. */
  List<JoinedEntity> ofRecord(SourceRow row) {
    return entities.stream()
        .filter(entity -> entity.source().equals(row.source()))
        .filter(entity -> entity.from().name().equals(row.table()))
        .toList();
  }

  /** The joins that join a row to others. */
  List<DeclaredJoin> ofOther(SourceRow row) {
    return entities.stream()
        .filter(entity -> entity.source().equals(row.source()))
        .flatMap(DeclaredJoins::joins)
        .filter(declared -> declared.join().table().name().equals(row.table()))
        .toList();
  }

  private static Stream<DeclaredJoin> joins(JoinedEntity entity) {
    return entity.joins().declared().stream().map(join -> new DeclaredJoin(entity, join));
  }

  /** The entity that a record is of; empty when it joins nothing any more. */
  Optional<JoinedEntity> of(SourceKey record) {
    return entities.stream()
        .filter(entity -> entity.source().equals(record.getSource()))
        .filter(entity -> entity.entity().word().equals(record.getEntity()))
        .findFirst();
  }
}
