package io.syncline.streams.inspection.quarantine;

import io.syncline.schemas.Cause;
import io.syncline.streams.yaml.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Why a filter takes nothing.
 *
 * @param causes all that is in quarantine
 */
record Absence(EntryFilter filter, List<Cause> causes) {

  private static final String LIST = "What there is stands at /api/quarantine";

  /** In a sentence that names the word which nothing has, and the nearest that something has. */
  String reason() {
    return Stream.of(
            unknown("source", filter.source(), Cause::getSource),
            unknown("entity", filter.entity(), Cause::getEntity),
            unknown("stage", filter.stage(), cause -> Optional.of(cause.getStage())),
            unknown("rule", filter.rule(), cause -> Optional.of(cause.getRule())),
            unknown("field", filter.field(), Cause::getField))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("Nothing in quarantine has all of this at once. " + LIST);
  }

  private Optional<String> unknown(
      String name, String wanted, Function<Cause, Optional<String>> part) {
    var there =
        new TreeSet<>(causes.stream().flatMap(cause -> part.apply(cause).stream()).toList());
    if (wanted.isEmpty() || there.contains(wanted)) {
      return Optional.empty();
    }
    return Optional.of(
        "Nothing in quarantine has the %s '%s'%s. %s"
            .formatted(
                name, wanted, there.isEmpty() ? "" : Nearest.suggestion(wanted, there), LIST));
  }
}
