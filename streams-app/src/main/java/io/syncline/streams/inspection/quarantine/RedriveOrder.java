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
    @Schema(description = "Stage that refused them.", example = "quality") @Nullable String stage,
    @Schema(description = "Name of a rule they break.", example = "email") @Nullable String rule,
    @Schema(description = "Field in which they break it.", example = "email")
        @Nullable String field,
    @Schema(description = "What is said of that, as it stands in the cause.")
        @Nullable String message) {

  String idOrEmpty() {
    return orEmpty(id);
  }

  EntryFilter filter() {
    return new EntryFilter(
        orEmpty(source),
        orEmpty(entity),
        orEmpty(stage),
        orEmpty(rule),
        orEmpty(field),
        orEmpty(message));
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
