package io.syncline.streams.inspection.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source record, as the API takes it. */
@Serdeable
@Schema(name = "RecordRef", description = "A source record.")
record RecordRef(
    @Schema(description = "Name of the source.", example = "north") @Nullable String source,
    @Schema(
            description =
                "Primary key in the source; the parts of a composite key joined by commas.",
            example = "4711")
        @Nullable String key) {}
