package io.syncline.streams.inspection;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.Warning;
import org.jspecify.annotations.Nullable;

/** A broken rule that did not keep a record back, as the API shows it. */
@Serdeable
@Schema(
    name = "Warning",
    description = "Says that a source record passed although it breaks a rule.")
public record WarningView(
    @Schema(description = "The source record.") SourceView source,
    @Schema(description = "Name of the rule.", example = "phone-there") String rule,
    @Schema(
            description = "Canonical field it is about; null when it is about the whole record.",
            example = "phone")
        @Nullable String field,
    @Schema(description = "What is wrong and what would mend it.") String message) {

  /** The view of a warning. */
  public static WarningView of(Warning warning) {
    return new WarningView(
        SourceView.of(warning.getSource()),
        warning.getRule(),
        warning.getField().orElse(null),
        warning.getMessage());
  }
}
