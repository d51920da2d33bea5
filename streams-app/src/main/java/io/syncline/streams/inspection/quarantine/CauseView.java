package io.syncline.streams.inspection.quarantine;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.Cause;
import io.syncline.streams.inspection.ProvenanceView.CoordinatesView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that is in quarantine for one reason, as the API shows it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Cause", description = "All that is in quarantine for one reason.")
record CauseView(
    @Schema(description = "Name of the source.", example = "north") @Nullable String source,
    @Schema(
            description = "What the records are; null when they could not be read.",
            example = "customer")
        @Nullable String entity,
    @Schema(description = "Stage that refused them: source, mapping or quality.") String stage,
    @Schema(description = "Name of the rule that is broken.", example = "email") String rule,
    @Schema(
            description = "Canonical field it is about; null when it is about the whole record.",
            example = "email")
        @Nullable String field,
    @Schema(description = "What is wrong and what would mend it.") String message,
    @Schema(description = "How many records.", example = "17") long count,
    @Schema(description = "When the first of them came, of those since there last was none.")
        Instant firstSeen,
    @Schema(description = "When the last of them was refused.") Instant lastSeen,
    @Schema(description = "Id of the one that was refused last; it may have passed since.")
        String example,
    @Schema(description = "Where that one stands in the log.") CoordinatesView exampleCoordinates) {

  static CauseView of(Cause cause) {
    return new CauseView(
        cause.getSource().orElse(null),
        cause.getEntity().orElse(null),
        cause.getStage(),
        cause.getRule(),
        cause.getField().orElse(null),
        cause.getMessage(),
        cause.getCount(),
        cause.getFirstSeen(),
        cause.getLastSeen(),
        cause.getExample(),
        CoordinatesView.of(cause.getExampleCoordinates()));
  }
}
