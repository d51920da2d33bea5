package io.syncline.streams.inspection.quarantine;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.Origin;
import io.syncline.schemas.Quarantined;
import io.syncline.streams.inspection.quarantine.EntriesView.SummaryView;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record in quarantine, as the API shows it. */
@Serdeable
@Schema(name = "QuarantineEntry", description = "One record in quarantine, as it stood.")
record EntryView(
    @Schema(description = "What it is, and every reason.") SummaryView record,
    @Schema(description = "Its key.") BytesView key,
    @Schema(description = "Its value.") BytesView value,
    @Schema(description = "Its headers, in order.") List<HeaderView> headers) {

  static EntryView of(Quarantined entry, OriginDecoder decoder) {
    var origin = entry.getRejection().getOrigin();
    return new EntryView(
        SummaryView.of(entry),
        bytes(origin.getKey(), decoder),
        bytes(origin.getValue(), decoder),
        headers(origin));
  }

  private static BytesView bytes(Optional<ByteBuffer> bytes, OriginDecoder decoder) {
    return new BytesView(base64(bytes).orElse(null), bytes.flatMap(decoder::decode).orElse(null));
  }

  private static List<HeaderView> headers(Origin origin) {
    return origin.getHeaders().stream()
        .map(header -> new HeaderView(header.getName(), base64(header.getValue()).orElse(null)))
        .toList();
  }

  private static Optional<String> base64(Optional<ByteBuffer> bytes) {
    return bytes.map(
        buffer -> {
          var copy = new byte[buffer.remaining()];
          buffer.duplicate().get(copy);
          return Base64.getEncoder().encodeToString(copy);
        });
  }

  /** Bytes, and what they say. */
  @Serdeable
  @Schema(name = "Bytes", description = "Bytes of a record, and what they say.")
  record BytesView(
      @Schema(description = "The bytes in Base64; null when there are none.")
          @Nullable String base64,
      @Schema(description = "What they say; null when they cannot be read.")
          @Nullable Object decoded) {}

  /** A header. */
  @Serdeable
  @Schema(name = "Header", description = "A header of a record.")
  record HeaderView(
      @Schema(description = "Its name.") String name,
      @Schema(description = "Its bytes in Base64; null when there are none.")
          @Nullable String base64) {}
}
