package io.syncline.streams.inspection;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.Coordinates;
import io.syncline.schemas.Provenance;

/** The origin of one field's value, as the API shows it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(
    name = "Provenance",
    description = "Says where the value of one field of a canonical record comes from.")
public record ProvenanceView(
    @Schema(description = "Name of the canonical field.", example = "email") String field,
    @Schema(description = "The source record that gave the value.") SourceView source,
    @Schema(
            description =
                "Where the row that gave it stands in the log: the source record's own, or one that"
                    + " is joined to it.")
        CoordinatesView coordinates,
    @Schema(
            description = "Version of that row: milliseconds since 1970, UTC.",
            example = "1767323045006")
        long sourceVersion,
    @Schema(description = "The survivorship rule by which this value won.") String rule) {

  /** The view of a provenance. */
  public static ProvenanceView of(Provenance provenance) {
    return new ProvenanceView(
        provenance.getField(),
        SourceView.of(provenance.getSource()),
        CoordinatesView.of(provenance.getCoordinates()),
        provenance.getSourceVersion(),
        provenance.getRule());
  }

  /** A place in the log. */
  @Serdeable
  @Schema(name = "Coordinates", description = "Where a record stands in the log.")
  public record CoordinatesView(
      @Schema(description = "Topic name.", example = "crm.north.customers") String topic,
      @Schema(description = "Partition of the topic, from 0.", example = "2") int partition,
      @Schema(description = "Offset within the partition.", example = "1042") long offset) {

    /** The view of a place. */
    public static CoordinatesView of(Coordinates at) {
      return new CoordinatesView(at.getTopic(), at.getPartition(), at.getOffset());
    }
  }
}
