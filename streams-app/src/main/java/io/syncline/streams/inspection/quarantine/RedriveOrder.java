package io.syncline.streams.inspection.quarantine;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What shall be tried again, as the API takes it. */
@Serdeable
@Schema(name = "RedriveOrder", description = "One record by its id, or all of a cause.")
record RedriveOrder(
    @Schema(description = "Id of one record.", example = "north/customer/4711") @Nullable String id,
    @Schema(description = "Name of the source.", example = "north") @Nullable String source,
    @Schema(description = "What the records are.", example = "customer") @Nullable String entity,
    @Schema(description = "Name of a rule they break.", example = "email") @Nullable String rule) {

  String idOrEmpty() {
    return Objects.requireNonNullElse(id, "");
  }

  EntryFilter filter() {
    return new EntryFilter(
        Objects.requireNonNullElse(source, ""),
        Objects.requireNonNullElse(entity, ""),
        Objects.requireNonNullElse(rule, ""));
  }
}
