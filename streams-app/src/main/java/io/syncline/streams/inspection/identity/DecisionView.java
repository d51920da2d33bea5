package io.syncline.streams.inspection.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.Decision;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.inspection.SourceView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's word on two records, as the API shows it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Decision", description = "A person's word on two records.")
public record DecisionView(
    @Schema(description = "Its id, by which it is taken back.") String id,
    @Schema(description = "One of the records.") SourceView one,
    @Schema(description = "The other one.") SourceView other,
    @Schema(description = "True: the same. False: never the same.") boolean same,
    @Schema(description = "Who said so.") String by,
    @Schema(description = "Why; null when nothing was said.") @Nullable String reason,
    @Schema(description = "When.") Instant decidedAt) {

  /** The view of a decision. */
  public static DecisionView of(String id, Decision decision) {
    return new DecisionView(
        id,
        SourceView.of(SourceKeys.parse(decision.getOne().getNode())),
        SourceView.of(SourceKeys.parse(decision.getOther().getNode())),
        decision.getSame(),
        decision.getBy(),
        decision.getReason().orElse(null),
        decision.getDecidedAt());
  }
}
