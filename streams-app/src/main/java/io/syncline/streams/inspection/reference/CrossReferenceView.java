package io.syncline.streams.inspection.reference;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.CrossReference;
import io.syncline.streams.inspection.SourceView;

/** A cross-reference, as the API shows it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(
    name = "CrossReference",
    description = "Says which canonical record a source record belongs to.")
record CrossReferenceView(
    @Schema(description = "The source record.") SourceView source,
    @Schema(description = "Canonical id.") String canonicalId,
    @Schema(
            description =
                "Version of the source record that led here: milliseconds since 1970, UTC.")
        long sourceVersion) {

  static CrossReferenceView of(CrossReference reference) {
    return new CrossReferenceView(
        SourceView.of(reference.getSource()),
        reference.getCanonicalId(),
        reference.getSourceVersion());
  }
}
