package io.syncline.streams.inspection.history;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of a canonical record, as the API shows them. */
@Serdeable
@Schema(name = "History", description = "What changed a canonical record, when and why.")
public record HistoryView(
    @Schema(description = "Canonical id.") String id,
    @Schema(description = "How long changes are kept, as ISO 8601.", example = "PT720H")
        String retention,
    @Schema(description = "The changes, the oldest first.") List<ChangeView> changes,
    @Schema(description = "Pass this as `from` to go on; null on the last page.")
        @Nullable Long next) {}
