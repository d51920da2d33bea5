package io.syncline.connect.jdbc.source.evolution;

import io.syncline.connect.jdbc.table.TableDefinition;
import java.util.Set;

/** Answer to whether a table can be read as it is now. */
public sealed interface Verdict {

  /**
   * It can, with these columns.
   *
   * @param ignored columns left out because of how they changed
   */
  record Read(TableDefinition table, Set<String> ignored) implements Verdict {}

  /**
   * It cannot.
   *
   * @param reason what changed, and what to do about it
   */
  record Stop(String reason) implements Verdict {}
}
