package io.syncline.streams.mapping.meet;

import io.syncline.schemas.FiledRow;
import io.syncline.schemas.JoinChange;
import io.syncline.schemas.JoinedRow;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.mapping.meet.DeclaredJoins.DeclaredJoin;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Files a row under its join keys, and takes it away from those that it no longer has. */
final class FilingActor {

  private static final ByteBuffer NO_VALUE = ByteBuffer.allocate(0);

  private final List<DeclaredJoin> joins;
  private final Consumer<JoinChange> out;

  /**
   * @param joins those that join the row to others
   */
  FilingActor(List<DeclaredJoin> joins, Consumer<JoinChange> out) {
    this.joins = joins;
    this.out = out;
  }

  /** Whether a version is older than the one that is filed: it has nothing to say any more. */
  static boolean isOlder(SourceRow row, Optional<FiledRow> known) {
    return known.filter(filed -> row.version() < filed.getVersion()).isPresent();
  }

  /** Files a version that is not older; gives what is to be remembered of it. */
  FiledRow file(SourceRow row, Optional<FiledRow> known) {
    var before = known.map(FiledRow::getJoinKeys).orElseGet(Map::of);
    Map<String, String> keys = new HashMap<>();
    for (var declared : joins) {
      var name = declared.entity().nameOf(declared.join().name());
      var key = key(declared, row);
      var old = Optional.ofNullable(before.get(name));
      old.filter(gone -> !key.equals(old))
          .ifPresent(gone -> out.accept(new JoinChange(gone, joinedRow(row, NO_VALUE), true)));
      key.ifPresent(
          here -> {
            keys.put(name, here);
            out.accept(new JoinChange(here, joinedRow(row, valueOf(row)), false));
          });
    }
    return new FiledRow(row.version(), keys);
  }

  private static Optional<String> key(DeclaredJoin declared, SourceRow row) {
    return row.value()
        .flatMap(value -> declared.join().on().of(row.key(), value))
        .map(value -> declared.entity().nameOf(declared.join().name()) + "/" + value);
  }

  private static ByteBuffer valueOf(SourceRow row) {
    return Objects.requireNonNull(row.origin().getValue().orElse(null));
  }

  private static JoinedRow joinedRow(SourceRow row, ByteBuffer value) {
    return new JoinedRow(row.key(), row.version(), value, row.origin().getCoordinates());
  }
}
