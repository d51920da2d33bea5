package io.syncline.streams.inspection.order;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.Order;
import io.syncline.streams.inspection.ProvenanceView;
import io.syncline.streams.inspection.SourceView;
import io.syncline.streams.inspection.WarningView;
import io.syncline.streams.json.AvroJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order, as the API shows it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Order", description = "One order with its lines.")
record OrderView(
    @Schema(description = "Canonical id.") String id,
    @Schema(description = "Grows with every change of this id and never goes back.") long version,
    @Schema(description = "When this version was made.") Instant updatedAt,
    @Schema(description = "The source record that is this order.") SourceView source,
    @Schema(description = "Number of the order, as people know it.") @Nullable String number,
    @Schema(description = "Canonical id of the customer.") String customerId,
    @Schema(description = "Status, in the source's words.", example = "shipped")
        @Nullable String status,
    @Schema(description = "When it was ordered.") @Nullable Instant orderedAt,
    @Schema(description = "ISO 4217 code of `total`.", example = "EUR") @Nullable String currency,
    @Schema(
            description =
                "The source's total, else the sum of the lines' amounts: an exact decimal, as"
                    + " text.",
            format = "decimal",
            example = "142.8000")
        String total,
    @Schema(description = "The lines, in order of their keys.") List<OrderLineView> lines,
    @Schema(description = "Further fields of the source, by name.") Map<String, String> attributes,
    @Schema(
            description =
                "One entry for each field that has a value, in order of field names; a line's is"
                    + " `lines` and its key in brackets.")
        List<ProvenanceView> provenance,
    @Schema(
            description =
                "What its source records passed in spite of, in order of their keys and of the"
                    + " rules.")
        List<WarningView> warnings) {

  static OrderView of(Order order) {
    return new OrderView(
        order.getId(),
        order.getVersion(),
        order.getUpdatedAt(),
        SourceView.of(order.getSource()),
        order.getNumber().orElse(null),
        order.getCustomerId(),
        order.getStatus().orElse(null),
        order.getOrderedAt().orElse(null),
        order.getCurrency().orElse(null),
        AvroJson.decimal(order.getTotal()),
        order.getLines().stream().map(OrderLineView::of).toList(),
        order.getAttributes(),
        order.getProvenance().stream().map(ProvenanceView::of).toList(),
        order.getWarnings().stream().map(WarningView::of).toList());
  }
}
