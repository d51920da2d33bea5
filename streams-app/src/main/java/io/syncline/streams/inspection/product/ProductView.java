package io.syncline.streams.inspection.product;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.Product;
import io.syncline.streams.inspection.ProvenanceView;
import io.syncline.streams.inspection.SourceView;
import io.syncline.streams.inspection.WarningView;
import io.syncline.streams.json.AvroJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product, as the API shows it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Product", description = "One article or service, as all sources together know it.")
record ProductView(
    @Schema(description = "Canonical id.") String id,
    @Schema(description = "Grows with every change of this id and never goes back.") long version,
    @Schema(description = "When this version was made.") Instant updatedAt,
    @Schema(description = "Stock keeping unit.", example = "SKU-00042") @Nullable String sku,
    @Schema(description = "Name.") @Nullable String name,
    @Schema(description = "Description.") @Nullable String description,
    @Schema(description = "Category.") @Nullable String category,
    @Schema(
            description = "List price for one unit, in `currency`: an exact decimal, as text.",
            format = "decimal",
            example = "14.0000")
        @Nullable String unitPrice,
    @Schema(description = "ISO 4217 code of the price.", example = "EUR") @Nullable String currency,
    @Schema(description = "Further fields of the sources, by name.") Map<String, String> attributes,
    @Schema(description = "The source records that are this product, in order of their keys.")
        List<SourceView> sources,
    @Schema(description = "One entry for each field that has a value, in order of field names.")
        List<ProvenanceView> provenance,
    @Schema(
            description =
                "What its source records passed in spite of, in order of their keys and of the"
                    + " rules.")
        List<WarningView> warnings) {

  static ProductView of(Product product) {
    return new ProductView(
        product.getId(),
        product.getVersion(),
        product.getUpdatedAt(),
        product.getSku().orElse(null),
        product.getName().orElse(null),
        product.getDescription().orElse(null),
        product.getCategory().orElse(null),
        product.getUnitPrice().map(AvroJson::decimal).orElse(null),
        product.getCurrency().orElse(null),
        product.getAttributes(),
        product.getSources().stream().map(SourceView::of).toList(),
        product.getProvenance().stream().map(ProvenanceView::of).toList(),
        product.getWarnings().stream().map(WarningView::of).toList());
  }
}
