package io.syncline.streams.delivery.pull;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Some changes, as the API shows them. */
@Serdeable
@Schema(name = "Changes", description = "Some changes, and where to go on.")
record Changes(
    @Schema(
            description =
                "The changes: those of one record in their order, those of different records in"
                    + " any.")
        List<Change> changes,
    @Schema(
            description =
                "Where to go on: pass it with the next request. Keep it together with what you"
                    + " made of the changes.")
        String cursor,
    @Schema(description = "True when the next request has an answer at once.") boolean more,
    @Schema(
            description =
                "True when something may be missing: the cursor pointed at changes that Kafka no"
                    + " longer holds, or is so old that deletions have been compacted away. Then"
                    + " begin anew without a cursor, and drop what you do not receive again.")
        boolean gap) {}
