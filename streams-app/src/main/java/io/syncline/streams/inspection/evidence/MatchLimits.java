package io.syncline.streams.inspection.evidence;

import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import java.util.List;
import java.util.Optional;

/** What match rules set against evidence. */
public interface MatchLimits {

  /** More records of the entity than this are never one. */
  int maxCluster(Entity entity);

  /** A veto of any of some records against any of others; empty when there is none. */
  Optional<Disagreement> veto(List<MappedRecord> some, List<MappedRecord> others);

  /**
   * Two records that are never the same.
   *
   * @param values names of the comparison values in which they disagree
   */
  record Disagreement(MappedRecord one, MappedRecord other, List<String> values) {}
}
