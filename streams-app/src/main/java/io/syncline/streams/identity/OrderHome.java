package io.syncline.streams.identity;

import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.OrderLineFields;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceKeys;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the parts of an order belong: the canonical order, whose id is a name-based UUID of the
 * order's source key, so that each part knows it by itself.
 */
final class OrderHome {

  private OrderHome() {}

  /** The canonical order of a header or a line; empty when it was deleted. */
  static Optional<String> of(MappedRecord part) {
    return part.getFields().map(fields -> id(order(part.getSource(), fields)));
  }

  /** The canonical order of a part that can have no other, whatever its fields are: a header's. */
  static Optional<String> lasting(SourceKey part) {
    return part.getEntity().equals(Entity.ORDER.word()) ? Optional.of(id(part)) : Optional.empty();
  }

  private static SourceKey order(SourceKey part, Object fields) {
    return fields instanceof OrderLineFields line
        ? Entity.ORDER.of(part.getSource(), line.getOrder().orElseThrow())
        : part;
  }

  private static String id(SourceKey order) {
    var name = SourceKeys.text(order).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
  }
}
