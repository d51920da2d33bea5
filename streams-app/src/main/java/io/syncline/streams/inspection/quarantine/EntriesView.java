package io.syncline.streams.inspection.quarantine;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.Quarantined;
import io.syncline.schemas.Violation;
import io.syncline.streams.inspection.ProvenanceView.CoordinatesView;
import io.syncline.streams.kafka.StoreReader.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of what is in quarantine, as the API shows it. */
@Serdeable
@Schema(name = "QuarantineEntries", description = "Some of what is in quarantine.")
record EntriesView(
    @Schema(description = "The records, in order of their ids.") List<SummaryView> entries,
    @Schema(description = "Pass this as `from` to go on; null on the last page.")
        @Nullable String next) {

  static EntriesView of(Page<Quarantined> page) {
    return new EntriesView(
        page.entries().stream().map(entry -> SummaryView.of(entry.value())).toList(),
        page.next().orElse(null));
  }

  /** One of them, without its bytes. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  @Schema(name = "QuarantineSummary", description = "One record in quarantine.")
  record SummaryView(
      @Schema(description = "Its id.", example = "north/customer/4711") String id,
      @Schema(description = "Stage that refused it: source, mapping or quality.") String stage,
      @Schema(description = "Every reason.") List<ViolationView> violations,
      @Schema(description = "Where it stands in the log.") CoordinatesView coordinates,
      @Schema(description = "Version of its row: milliseconds since 1970, UTC.") long sourceVersion,
      @Schema(description = "When a version of it was refused first since it last passed.")
          Instant firstSeen,
      @Schema(description = "When it was refused last.") Instant lastSeen) {

    static SummaryView of(Quarantined entry) {
      var rejection = entry.getRejection();
      return new SummaryView(
          entry.getId(),
          rejection.getStage(),
          rejection.getViolations().stream().map(ViolationView::of).toList(),
          CoordinatesView.of(rejection.getOrigin().getCoordinates()),
          rejection.getOrigin().getTimestamp().toEpochMilli(),
          entry.getFirstSeen(),
          entry.getLastSeen());
    }
  }

  /** One reason. */
  @Serdeable
  @Schema(name = "Violation", description = "One reason why a record cannot pass.")
  record ViolationView(
      @Schema(description = "Name of the rule that is broken.", example = "email") String rule,
      @Schema(description = "Canonical field; null when it is about the whole record.")
          @Nullable String field,
      @Schema(description = "What is wrong and what would mend it.") String message) {

    static ViolationView of(Violation violation) {
      return new ViolationView(
          violation.getRule(), violation.getField().orElse(null), violation.getMessage());
    }
  }
}
