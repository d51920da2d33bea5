package io.syncline.streams.inspection.store;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreReader.Share;
import java.util.List;
import org.apache.avro.specific.SpecificData;

/** A state store, as the API shows it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Store", description = "A state store of the topology.")
record StoreView(
    @Schema(description = "Name.", example = "canonical.customer") String name,
    @Schema(description = "What its values are.", example = "Customer") String type,
    @Schema(
            description = "What a value is, in one sentence.",
            example = "One person or organisation, as all sources together know it.")
        String description,
    @Schema(description = "What its keys are.", example = "canonical id") String keyedBy,
    @Schema(description = "Its partitions that the instance which answers holds.")
        List<Integer> partitions,
    @Schema(description = "How many entries those partitions hold, estimated.")
        long approximateEntries) {

  static StoreView of(Store<?> store, Share share) {
    return new StoreView(
        store.name(),
        store.type().getSimpleName(),
        SpecificData.get().getSchema(store.type()).getDoc(),
        store.keyedBy(),
        share.partitions(),
        share.approximateEntries());
  }
}
