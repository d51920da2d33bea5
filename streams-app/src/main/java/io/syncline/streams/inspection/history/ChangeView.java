package io.syncline.streams.inspection.history;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.SourceVersion;
import io.syncline.streams.inspection.ProvenanceView;
import io.syncline.streams.inspection.ProvenanceView.CoordinatesView;
import io.syncline.streams.inspection.SourceView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change of a canonical record, as the API shows it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "HistoricChange", description = "One change of a canonical record.")
public record ChangeView(
    @Schema(description = "Version that the change made.", example = "1767323045006") long version,
    @Schema(description = "When the change was made.") Instant at,
    @Schema(description = "What made it, in one sentence.", example = "south/customer/7 joined.")
        String cause,
    @Schema(description = "Whether the record was no more after it.") boolean gone,
    @Schema(description = "Canonical id that it leads to since then; null unless a merge ended it.")
        @Nullable String mergedInto,
    @Schema(description = "Source records that came to it: by a merge, or newly.")
        List<VersionView> joined,
    @Schema(description = "Source records that left it: by a split, or because they were deleted.")
        List<SourceView> left,
    @Schema(description = "Source records of it that changed.") List<VersionView> changed,
    @Schema(description = "The fields that it changed, in order of their names.")
        List<FieldView> fields) {

  /** A version of a source record. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  @Schema(name = "SourceVersion", description = "One version of a source record.")
  public record VersionView(
      @Schema(description = "The source record.") SourceView source,
      @Schema(description = "Where that version stands in the log.") CoordinatesView coordinates,
      @Schema(description = "The version: milliseconds since 1970, UTC.") long version) {

    static VersionView of(SourceVersion version) {
      return new VersionView(
          SourceView.of(version.getSource()),
          CoordinatesView.of(version.getCoordinates()),
          version.getVersion());
    }
  }

  /** A field that changed. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  @Schema(name = "HistoricField", description = "A field that changed.")
  public record FieldView(
      @Schema(description = "Name of the field.", example = "phone") String field,
      @Schema(description = "Its value before, as text; null when it was empty.")
          @Nullable String before,
      @Schema(description = "Its value after, as text; null when it was empty.")
          @Nullable String after,
      @Schema(description = "Where the value after comes from; null when it was empty.")
          @Nullable ProvenanceView because) {}
}
