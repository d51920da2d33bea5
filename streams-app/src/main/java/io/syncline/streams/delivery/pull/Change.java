package io.syncline.streams.delivery.pull;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of one canonical record, as the API shows it. */
@Serdeable
@Schema(name = "Change", description = "One canonical record, as it became.")
record Change(
    @Schema(description = "customer, product or order.", example = "customer") String entity,
    @Schema(description = "Canonical id.") String id,
    @Schema(
            description =
                "Version of the record: a change with a version that you have, or an older one,"
                    + " can be passed over. Null for a deletion.")
        @Nullable Long version,
    @Schema(description = "True when the record is no more.") boolean deleted,
    @Schema(
            description =
                "The record, in the form of /api/customers/{id}, /api/products/{id} or"
                    + " /api/orders/{id}; null for a deletion.")
        @Nullable Map<String, @Nullable Object> value) {}
