package io.syncline.streams.inspection.order;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.OrderLine;
import io.syncline.streams.json.AvroJson;
import org.jspecify.annotations.Nullable;

/** A line of an order, as the API shows it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "OrderLine", description = "One line of an order.")
record OrderLineView(
    @Schema(description = "Key of the line in its source.", example = "10248,11") String line,
    @Schema(description = "Canonical id of the product; null where the source's line names none.")
        @Nullable String productId,
    @Schema(
            description = "How many units: an exact decimal, as text.",
            format = "decimal",
            example = "12.0000")
        String quantity,
    @Schema(
            description =
                "Price for one unit before discount, in `currency`: an exact decimal, as text.",
            format = "decimal",
            example = "14.0000")
        String unitPrice,
    @Schema(
            description = "ISO 4217 code of the line; the order's where the source has none.",
            example = "EUR")
        @Nullable String currency,
    @Schema(
            description =
                "Discount as a fraction of the price: 0.150000 is 15 %. An exact decimal, as text.",
            format = "decimal",
            example = "0.150000")
        String discount,
    @Schema(
            description =
                "What the line costs: the source's amount, else quantity * unit_price * (1 -"
                    + " discount), to the cent. An exact decimal, as text.",
            format = "decimal",
            example = "142.8000")
        String amount) {

  static OrderLineView of(OrderLine line) {
    return new OrderLineView(
        line.getLine(),
        line.getProductId().orElse(null),
        AvroJson.decimal(line.getQuantity()),
        AvroJson.decimal(line.getUnitPrice()),
        line.getCurrency().orElse(null),
        AvroJson.decimal(line.getDiscount()),
        AvroJson.decimal(line.getAmount()));
  }
}
