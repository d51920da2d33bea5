package io.syncline.streams.inspection.store;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.streams.json.AvroJson;
import io.syncline.streams.kafka.StoreReader.Page;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Some of a store's entries, as the API shows them. */
@Serdeable
@Schema(name = "Entries", description = "Some of a store's entries, of every partition.")
record EntriesView(
    @Schema(description = "The entries, in order of the UTF-8 bytes of their keys.")
        List<EntryView> entries,
    @Schema(description = "Pass this as `from` to go on; null on the last page.")
        @Nullable String next) {

  static EntriesView of(Page<?> page) {
    return new EntriesView(
        page.entries().stream().map(entry -> EntryView.of(entry.key(), entry.value())).toList(),
        page.next().orElse(null));
  }

  /** One entry. */
  @Serdeable
  @Schema(name = "Entry", description = "One entry of a store.")
  record EntryView(
      @Schema(description = "The key.") String key,
      @Schema(description = "The value: the fields of the Avro record; decimals are text.")
          Map<String, @Nullable Object> value) {

    static EntryView of(String key, SpecificRecord value) {
      return new EntryView(key, AvroJson.of(value));
    }
  }
}
