package io.syncline.streams.quality;

import io.syncline.schemas.Cause;
import io.syncline.schemas.Quarantined;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.Violation;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** How much of one partition is in quarantine for which reason, so that nobody has to count. */
final class Causes {

  private final KeyValueStore<String, Cause> causes;
  private final int partition;

  Causes(ProcessorContext<?, ?> context) {
    this.causes = StoreCatalogue.QUALITY_CAUSE.in(context);
    this.partition = context.taskId().partition();
  }

  /** Counts an entry for each of its reasons. */
  void add(Quarantined entry) {
    reasons(entry)
        .forEach(
            (key, violation) -> {
              var known = causes.get(key);
              causes.put(key, known == null ? first(entry, violation) : next(known, entry));
            });
  }

  /** Counts an entry no more. */
  void remove(Quarantined entry) {
    reasons(entry)
        .forEach(
            (key, violation) -> {
              var known = causes.get(key);
              if (known != null && known.getCount() > 1) {
                known.setCount(known.getCount() - 1);
                causes.put(key, known);
              } else {
                causes.delete(key);
              }
            });
  }

  private static Cause first(Quarantined entry, Violation violation) {
    var rejection = entry.getRejection();
    return Cause.newBuilder()
        .setSource(rejection.getSource().orElse(null))
        .setEntity(rejection.getSourceKey().map(SourceKey::getEntity).orElse(null))
        .setStage(rejection.getStage())
        .setRule(violation.getRule())
        .setField(violation.getField().orElse(null))
        .setMessage(violation.getMessage())
        .setCount(1)
        .setFirstSeen(entry.getLastSeen())
        .setLastSeen(entry.getLastSeen())
        .setExample(entry.getId())
        .setExampleCoordinates(rejection.getOrigin().getCoordinates())
        .build();
  }

  private static Cause next(Cause cause, Quarantined entry) {
    cause.setCount(cause.getCount() + 1);
    cause.setLastSeen(entry.getLastSeen());
    cause.setExample(entry.getId());
    cause.setExampleCoordinates(entry.getRejection().getOrigin().getCoordinates());
    return cause;
  }

  /** The reasons of an entry by their keys, each once. */
  private Map<String, Violation> reasons(Quarantined entry) {
    var reasons = new LinkedHashMap<String, Violation>();
    entry
        .getRejection()
        .getViolations()
        .forEach(violation -> reasons.put(key(entry.getRejection(), violation), violation));
    return reasons;
  }

  /**
   * Every partition has its own, and all of them are read together. What is said belongs to it: one
   * rule can be broken in several ways, and what goes must not be told by what stays.
   */
  private String key(Rejection rejection, Violation violation) {
    return String.join(
        "/",
        String.valueOf(partition),
        rejection.getSource().orElse(""),
        rejection.getSourceKey().map(SourceKey::getEntity).orElse(""),
        rejection.getStage(),
        violation.getRule(),
        violation.getField().orElse(""),
        violation.getMessage());
  }
}
