package io.syncline.streams.inspection;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.SourceKey;

/** A source record's name, as the API shows it. */
@Serdeable
@Schema(name = "SourceKey", description = "Names one record of one source system.")
public record SourceView(
    @Schema(description = "Name of the source.", example = "north") String source,
    @Schema(
            description = "What it is: customer, order, order_line or product.",
            example = "customer")
        String entity,
    @Schema(
            description = "Primary key as text; the parts of a composite key joined by commas.",
            example = "4711")
        String key) {

  /** The view of a source key. */
  public static SourceView of(SourceKey key) {
    return new SourceView(key.getSource(), key.getEntity(), key.getKey());
  }
}
