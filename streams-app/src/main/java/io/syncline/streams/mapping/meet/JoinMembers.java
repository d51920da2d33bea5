package io.syncline.streams.mapping.meet;

import io.syncline.schemas.JoinedRow;
import io.syncline.schemas.RowSeeker;
import java.util.Optional;
import java.util.function.Consumer;

/** What is kept of join keys: who seeks them, and which rows have them. */
interface JoinMembers {

  void keep(String joinKey, RowSeeker seeker);

  void keep(String joinKey, JoinedRow row);

  void remove(String joinKey, RowSeeker seeker);

  void remove(String joinKey, JoinedRow row);

  /** The one that seeks a key and whose name comes first; empty when nobody does. */
  Optional<RowSeeker> firstSeeker(String joinKey);

  /** Each that seeks a key. */
  void eachSeeker(String joinKey, Consumer<RowSeeker> action);

  /** Each that has a key. */
  void eachRow(String joinKey, Consumer<JoinedRow> action);
}
