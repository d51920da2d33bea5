package io.syncline.streams.inspection.quality;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Completeness and consistency of one entity of one source, as the API shows them. */
@Serdeable
@Schema(name = "Quality", description = "How complete and consistent one entity of a source is.")
record QualityView(
    @Schema(description = "Name of the source.", example = "north") String source,
    @Schema(description = "What the records are.", example = "customer") String entity,
    @Schema(description = "Rows whose last version that could be read is no deletion.") long total,
    @Schema(
            description =
                "Of these, how many are the same customer or product as another of this source,"
                    + " the first of each not counted.")
        long duplicate,
    @Schema(description = "Of these, how many are in quarantine and have no version that passed.")
        long missing,
    @Schema(description = "Of these, how many are not in quarantine.") long same,
    @Schema(
            description = "(total - duplicate - missing) / total; null when there is nothing.",
            example = "0.98")
        @Nullable Double completeness,
    @Schema(description = "same / total; null when there is nothing.", example = "0.99")
        @Nullable Double consistency) {

  static QualityView of(Completeness counts) {
    return new QualityView(
        counts.source(),
        counts.entity().word(),
        counts.total(),
        counts.duplicate(),
        counts.missing(),
        counts.same(),
        orNull(counts.completeness()),
        orNull(counts.consistency()));
  }

  private static @Nullable Double orNull(OptionalDouble share) {
    return share.isPresent() ? share.getAsDouble() : null;
  }
}
