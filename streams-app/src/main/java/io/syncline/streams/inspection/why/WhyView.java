package io.syncline.streams.inspection.why;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.streams.inspection.ProvenanceView;
import io.syncline.streams.inspection.ProvenanceView.CoordinatesView;
import io.syncline.streams.inspection.SourceView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reason for a field's value, with the evidence. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Why", description = "Why a field of a canonical record has the value it has.")
public record WhyView(
    @Schema(description = "Canonical id.") String id,
    @Schema(description = "Version of the canonical record.") long version,
    @Schema(description = "Name of the field.", example = "phone") String field,
    @Schema(description = "Its value as text; null when it is empty.", example = "+442071234567")
        @Nullable String value,
    @Schema(
            description = "The answer in one sentence.",
            example =
                "phone is '+442071234567' of north/customer/4711 because its record is the most"
                    + " recent (2026-01-02T03:04:05.006Z); chosen over '+4312345' of"
                    + " south/customer/7 (most-recent).")
        String answer,
    @Schema(description = "The steps of the field's rule, as declared.") List<String> rule,
    @Schema(
            description =
                "Where the value comes from, and what decided when it was merged; null when the"
                    + " field is empty.")
        @Nullable ProvenanceView provenance,
    @Schema(description = "Every source record of the canonical one, in order of their keys.")
        List<EvidenceView> evidence) {

  /** One source record, and what became of its value. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  @Schema(name = "Evidence", description = "What became of a source record's value of the field.")
  public record EvidenceView(
      @Schema(description = "The source record.") SourceView source,
      @Schema(
              description =
                  "Where the row of the field stands in the log: its own, or one joined to it.")
          CoordinatesView coordinates,
      @Schema(
              description = "Version of that row: milliseconds since 1970, UTC.",
              example = "1767323045006")
          long sourceVersion,
      @Schema(description = "Its value as text; null when it has none.") @Nullable String value,
      @Schema(description = "Whether it is this record's value that survives.") boolean survives,
      @Schema(
              description = "The step by which it lost; null when it survives, or has no value.",
              example = "most-recent")
          @Nullable String lostBy) {}
}
