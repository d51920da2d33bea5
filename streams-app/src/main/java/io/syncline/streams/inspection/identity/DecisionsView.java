package io.syncline.streams.inspection.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.Decision;
import io.syncline.streams.kafka.StoreReader.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of what people said, as the API shows it. */
@Serdeable
@Schema(name = "Decisions", description = "Some of what people said of records.")
record DecisionsView(
    @Schema(description = "The decisions, in order of their ids.") List<DecisionView> decisions,
    @Schema(description = "Pass this as `from` to go on; null on the last page.")
        @Nullable String next) {

  static DecisionsView of(Page<Decision> page) {
    return new DecisionsView(
        page.entries().stream().map(entry -> DecisionView.of(entry.key(), entry.value())).toList(),
        page.next().orElse(null));
  }
}
